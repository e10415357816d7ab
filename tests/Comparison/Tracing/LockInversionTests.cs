using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison.Tracing;

/// <summary>A finding about lock order names both orders.</summary>
public sealed class LockInversionTests
{
    [Fact]
    public void It_names_both_orders_and_where_each_lock_is_taken()
        => Assert.Equal(
            "takes mapping-entry lock (fs/dax.c grab_mapping_entry), then journal handle (fs/jbd2/transaction.c jbd2__journal_start); "
            + "the shipped handlers: journal handle, then mapping-entry lock",
            LockInversion.Of(ScenarioText.Parse("mapping=shared steps=store"), new Contender(KernelProfiles.V413, Examples.Named("lookup-journal")))!.Text);

    [Fact]
    public void There_is_one_exactly_where_the_rule_is_broken()
    {
        FaultHandler[] strategies = [.. Shipped.All, Examples.Never, Examples.Named("lookup-journal"), new ScriptedHandler(Early)];
        var scenarios = StandardMatrix.Build().Where((scenario, i) => i % 17 == 0 && scenario.Setup.Mount == Mount.Dax);
        var rule = FindingRule.BitOf(FindingRule.LockOrder);
        Assert.All(scenarios, scenario => Assert.All(Contender.Product([KernelProfiles.V413, KernelProfiles.V61], strategies), contender => Assert.Equal(
            (new ScenarioRunner(contender).Run(scenario).BrokenRules & rule) != 0,
            LockInversion.Of(scenario, contender) is not null)));

        static VmFault Early(Fault fault, IKernelOperations kernel)
        {
            kernel.LockMapping();
            kernel.StartPageFault();
            kernel.EndPageFault();
            kernel.UnlockMapping();
            return VmFault.SigBus;
        }
    }

    [Fact]
    public void The_report_says_it_in_the_finding()
    {
        using var directory = new TemporaryDirectory();
        var scenarios = directory.Write("one.csv", "id,mount,fs,mapping,geometry,extent,size,thp,steps\na,dax,rw,shared,aligned,written,full,huge,store\n");
        Cli.CommandLine.Done(
            "report", "--matrix", scenarios, "--kernel", "v4.13", "--strategy", "zwisler", "--strategy", $"{Examples.Path}:never", "--out", directory["out"]);
        var order = "takes mapping-entry lock (fs/dax.c grab_mapping_entry), then journal handle (fs/jbd2/transaction.c jbd2__journal_start)";
        Assert.Contains(order, File.ReadAllText(directory["out/details.md"]), StringComparison.Ordinal);
    }
}
