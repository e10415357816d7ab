using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Tests;

/// <summary>What a strategy endangers, over the standard matrix on every kernel.</summary>
public sealed class SafetyTests
{
    /// <summary>What a program sees itself, and is judged by the findings.</summary>
    private static readonly string[] Seen = ["livelock", "handler-fails", "frozen-hang", "allowed-fails"];

    private static readonly Dictionary<(string Kernel, string Strategy), Dictionary<string, BrokenRuleCount>> Counts = Measure();

    [Theory]
    [InlineData("v4.13")]
    [InlineData("v6.1")]
    [InlineData("v6.12")]
    public void The_shipped_fixes_endanger_nothing(string kernel)
    {
        Assert.All(Counts[(kernel, "zwisler")].Values, count => Assert.Equal(0, count.Steps));
        Assert.All(Counts[(kernel, "v2")].Values, count => Assert.Equal(0, count.Steps));
    }

    [Theory]
    [InlineData("v4.13")]
    [InlineData("v6.1")]
    [InlineData("v6.12")]
    public void The_original_starts_the_journal_and_changes_the_time_for_copies_and_endangers_nothing_else(string kernel)
    {
        var broken = Counts[(kernel, "original")].Where(rule => rule.Value.Steps > 0).Select(rule => rule.Key);
        Assert.Equal(["journal-for-copy", "time-for-copy"], broken.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("v4.13", "never")]
    [InlineData("v6.1", "never")]
    [InlineData("v6.12", "never")]
    [InlineData("v4.13", "lookup-journal")]
    [InlineData("v6.1", "lookup-journal")]
    [InlineData("v6.12", "lookup-journal")]
    public void Starting_the_journal_inside_the_lookup_inverts_the_lock_order(string kernel, string strategy)
        => Assert.True(Counts[(kernel, strategy)]["lock-order"].Steps > 0);

    [Theory]
    [InlineData("v4.13")]
    [InlineData("v6.1")]
    [InlineData("v6.12")]
    public void Never_journalling_lets_shared_writes_into_a_frozen_file_system_and_keeps_the_time(string kernel)
    {
        Assert.True(Counts[(kernel, "never")]["frozen-write"].Steps > 0);
        Assert.True(Counts[(kernel, "never")]["time-kept"].Steps > 0);
        Assert.True(Counts[(kernel, "never")]["blocks-outside-handle"].Steps > 0);
        Assert.Equal(0, Counts[(kernel, "never")]["journal-for-copy"].Steps);
    }

    [Fact]
    public void A_lock_that_a_handler_forgets_is_found()
    {
        var scenario = ScenarioText.Parse("steps=load");
        var summary = MatrixSummary.Of(new MatrixRun([new Contender(KernelProfiles.V413, new ForgetsLock())], 1).Run([scenario]));
        Assert.Equal(new BrokenRuleCount(1, ScenarioText.DefaultId, 1), Count(summary, 0)["lock-held"]);
    }

    [Fact]
    public void The_first_witness_is_the_first_scenario_in_ordinal_order_and_the_first_step_there()
    {
        Scenario[] scenarios = [ScenarioText.Parse("id=a mount=nodax steps=load"), ScenarioText.Parse("id=b steps=fsync load load@far"), ScenarioText.Parse("id=c steps=load")];
        var summary = MatrixSummary.Of(new MatrixRun([new Contender(KernelProfiles.V413, new ForgetsLock())], 1).Run(scenarios));
        Assert.Equal(new BrokenRuleCount(3, "b", 2), Count(summary, 0)["lock-held"]);
    }

    [Theory]
    [InlineData(HandlerFailure.Oops)]
    [InlineData(HandlerFailure.Hang)]
    public void A_handler_that_fails_is_found_with_its_lock_and_with_the_access_that_the_file_system_allows(HandlerFailure failure)
    {
        Scenario[] scenarios = [ScenarioText.Parse("id=a steps=load"), ScenarioText.Parse("id=b fs=ro mapping=shared_rofd size=partial steps=load@beyond")];
        var contenders = Contender.Product(Kernels.Observed, [new FailingHandler(failure)]);
        var summary = MatrixSummary.Of(new MatrixRun(contenders, 1).Run(scenarios));
        for (var contender = 0; contender < contenders.Length; contender++)
        {
            var broken = FindingRule.OfSteps.Zip(summary.Broken(contender)).ToDictionary(pair => pair.First.Id, pair => pair.Second.Steps);
            Assert.Equal((2, 2, 1, 0), (broken["handler-fails"], broken["lock-held"], broken["allowed-fails"], broken["frozen-hang"]));
        }
    }

    private static Dictionary<(string, string), Dictionary<string, BrokenRuleCount>> Measure()
    {
        FaultHandler[] strategies = [new Original(), new V2(), new Zwisler(), Examples.Named("never"), Examples.Named("lookup-journal")];
        var contenders = Contender.Product(Kernels.Observed, strategies);
        var summary = MatrixSummary.Of(new MatrixRun(contenders, 1).Run(StandardMatrix.Build()));
        return contenders.Select((contender, i) => (contender, i)).ToDictionary(
            pair => (pair.contender.KernelName, pair.contender.StrategyName),
            pair => Count(summary, pair.i));
    }

    private static Dictionary<string, BrokenRuleCount> Count(MatrixSummary summary, int contender)
        => FindingRule.OfSteps.Zip(summary.Broken(contender))
            .Where(pair => !Seen.Contains(pair.First.Id))
            .ToDictionary(pair => pair.First.Id, pair => pair.Second);

    private sealed class ForgetsLock : FaultHandler
    {
        public override string Name => "forgets-lock";

        public override string Condition => "never";

        public override string Origin => "a test";

        public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
        {
            kernel.LockMapping();
            return kernel.DaxFault(out _);
        }
    }
}
