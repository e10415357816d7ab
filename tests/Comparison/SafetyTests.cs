using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Tests;

/// <summary>What a strategy endangers, over the standard matrix on both kernels.</summary>
public sealed class SafetyTests
{
    private static readonly Dictionary<(string Kernel, string Strategy), Dictionary<string, SafetyCount>> Counts = Measure();

    [Theory]
    [InlineData("v4.13")]
    [InlineData("v6.1")]
    public void The_shipped_fixes_endanger_nothing(string kernel)
    {
        Assert.All(Counts[(kernel, "zwisler")].Values, count => Assert.Equal(0, count.Steps));
        Assert.All(Counts[(kernel, "v2")].Values, count => Assert.Equal(0, count.Steps));
    }

    [Theory]
    [InlineData("v4.13")]
    [InlineData("v6.1")]
    public void The_original_starts_the_journal_and_changes_the_time_for_copies_and_endangers_nothing_else(string kernel)
    {
        var broken = Counts[(kernel, "original")].Where(rule => rule.Value.Steps > 0).Select(rule => rule.Key);
        Assert.Equal(["journal-for-copy", "time-for-copy"], broken.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("v4.13", "never")]
    [InlineData("v6.1", "never")]
    [InlineData("v4.13", "lookup-journal")]
    [InlineData("v6.1", "lookup-journal")]
    public void Starting_the_journal_inside_the_lookup_inverts_the_lock_order(string kernel, string strategy)
        => Assert.True(Counts[(kernel, strategy)]["lock-order"].Steps > 0);

    [Theory]
    [InlineData("v4.13")]
    [InlineData("v6.1")]
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
        var runner = new ScenarioRunner(new Contender(KernelProfiles.V413, new ForgetsLock()));
        runner.Run(ScenarioText.Parse("steps=load"), new string[9]);
        var rule = SafetyRule.All.Select((found, i) => (found.Id, i)).Single(pair => pair.Id == "lock-held").i;
        Assert.Equal(new SafetyCount(1, ScenarioText.DefaultId, 1), runner.Safety[rule]);
    }

    [Fact]
    public void The_first_witness_is_the_first_in_ordinal_order_whoever_counted_first()
    {
        var late = new SafetyCount(2, "b", 1);
        var early = new SafetyCount(3, "a", 2);
        Assert.Equal(new SafetyCount(5, "a", 2), late + early);
        Assert.Equal(new SafetyCount(5, "a", 2), early + late);
        Assert.Equal(late, late + default(SafetyCount));
    }

    private static Dictionary<(string, string), Dictionary<string, SafetyCount>> Measure()
    {
        FaultHandler[] strategies = [new Original(), new V2(), new Zwisler(), Examples.Named("never"), Examples.Named("lookup-journal")];
        var contenders = Contender.Product([KernelProfiles.V413, KernelProfiles.V61], strategies);
        var summary = new MatrixRun(contenders, 1).Run(StandardMatrix.Build(), static _ => { });
        return contenders.Select((contender, i) => (contender, i)).ToDictionary(
            pair => (pair.contender.KernelName, pair.contender.StrategyName),
            pair => SafetyRule.All.Select((rule, j) => (rule.Id, Count: summary.Safety(pair.i)[j])).ToDictionary(rule => rule.Id, rule => rule.Count));
    }

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
