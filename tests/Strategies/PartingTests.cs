using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Strategies;

/// <summary>Whether v2 and zwisler can part at the handler, asked of every fault that the engine gives to it.</summary>
public sealed class PartingTests
{
    private static readonly WritePredicate V2 = (WritePredicate)Simulation.V2;
    private static readonly WritePredicate Zwisler = (WritePredicate)Simulation.Zwisler;

    /// <summary>Every fault of the standard matrix on the observed kernels.</summary>
    private static readonly Lazy<HashSet<Fault>> Standard = new(() => FaultsOf(Kernels.Observed, StandardMatrix.Build()));

    [Fact]
    public void At_PTE_size_they_never_part_on_an_observed_kernel()
    {
        var asked = FaultsOf(Kernels.Observed, Law.ScenariosOf(71));
        var atPte = asked.Union(Standard.Value).Where(fault => fault.Level == FaultLevel.Pte).ToArray();
        Assert.Contains(atPte, fault => fault is { IsWrite: true, IsShared: true });
        Assert.Contains(atPte, fault => fault is { IsWrite: true, HasCowPage: true });
        Assert.Contains(atPte, fault => (fault.Flags & FaultFlags.MkWrite) != 0);
        Assert.All(atPte, fault => Assert.Equal(V2.Decide(in fault), Zwisler.Decide(in fault)));
    }

    [Fact]
    public void They_would_part_at_PTE_size_only_on_inputs_that_no_fault_has()
    {
        // cow_page is set for a write fault exactly where the VMA is not shared (do_cow_fault).
        Assert.All(
            Standard.Value.Where(fault => fault is { Level: FaultLevel.Pte, IsWrite: true }),
            fault => Assert.NotEqual(fault.IsShared, fault.HasCowPage));
        var shared = new Fault(FaultLevel.Pte, FaultFlags.Write, VmFlags.Shared, HasCowPage: true);
        var lone = new Fault(FaultLevel.Pte, FaultFlags.Write, VmFlags.None, HasCowPage: false);
        Assert.NotEqual(V2.Decide(in shared), Zwisler.Decide(in shared));
        Assert.NotEqual(V2.Decide(in lone), Zwisler.Decide(in lone));
    }

    [Fact]
    public void At_PUD_size_they_part_in_every_fault_since_v2_falls_back_at_once()
    {
        var asked = Standard.Value.Where(fault => fault.Level == FaultLevel.Pud).ToArray();
        Assert.Equal(["journal", "no journal"], asked.Select(fault => Zwisler.Decide(in fault).ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(asked, fault => Assert.Equal("fall back", V2.Decide(in fault).ToString()));
    }

    [Fact]
    public void At_PMD_size_they_part_exactly_in_private_writes_which_v2_splits_and_zwisler_leaves_to_the_DAX_code()
    {
        var asked = Standard.Value.Where(fault => fault.Level == FaultLevel.Pmd).ToArray();
        var parting = asked.Where(fault => V2.Decide(in fault) != Zwisler.Decide(in fault)).ToArray();
        Assert.NotEmpty(parting);
        Assert.Equal(asked.Where(fault => fault is { IsWrite: true, IsShared: false }), parting);
        Assert.All(parting, fault => Assert.Equal("fall back, split, count", V2.Decide(in fault).ToString()));
        Assert.All(parting, fault => Assert.Equal("no journal", Zwisler.Decide(in fault).ToString()));
    }

    [Fact]
    public void Nor_do_they_part_at_PTE_size_where_a_forced_write_may_copy_in_a_shared_mapping()
    {
        var asked = FaultsOf([KernelProfiles.V413ForcedCow], StandardMatrix.Build());
        Assert.All(
            asked.Where(fault => fault.Level == FaultLevel.Pte),
            fault => Assert.Equal(V2.Decide(in fault), Zwisler.Decide(in fault)));
    }

    private static HashSet<Fault> FaultsOf(IEnumerable<KernelProfile> profiles, IEnumerable<Scenario> scenarios)
    {
        var kernels = profiles.SelectMany(profile => Shipped.All.Select(strategy => new Kernel(profile, new RecordingHandler(strategy)))).ToArray();
        foreach (var scenario in scenarios)
        {
            foreach (var kernel in kernels)
            {
                Assert.NotEmpty(StepRecord.Of(scenario, kernel).ToArray());
            }
        }

        return [.. kernels.SelectMany(kernel => ((RecordingHandler)kernel.Handler).Asked)];
    }
}
