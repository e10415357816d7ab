using Compare.Comparison;
using Compare.Engine;

namespace Compare.Tests.Comparison;

/// <summary>What the observations decide about the kernels, found by giving each policy another value.</summary>
public sealed class PolicyTests
{
    /// <summary>
    /// Policies of which no observed row tells anything. Who splits is asked only where a handler falls back without a split, as none
    /// that was observed here does; the next two change no outcome of any scenario found so far, since a writable entry in a shared
    /// mapping always has a dirty mapping entry, and a PMD entry with storage is in shared mappings mapped by PMDs. No observed row
    /// writes back two near pages of an unwritten extent, and the round that only v4.13 makes asks no handler. One value alone of a
    /// policy is named with kernel and value: a time that comes with the blocks or before them shows only in a punch where the journal
    /// fails, and on v4.13 no row was recorded there, nor any that changes a file system or a mapping.
    /// </summary>
    private static readonly string[] Open =
    [
        $"{nameof(KernelProfile.FallbackSplit)} on v6.12: {FallbackSplit.ByHandler}",
        nameof(KernelProfile.SyncWriteProtect),
        $"{nameof(KernelProfile.DirtyEntries)} on v4.13: {DirtyEntries.EveryFault}",
        $"{nameof(KernelProfile.DirtyEntries)} on v6.12: {DirtyEntries.EveryFault}",
        $"{nameof(KernelProfile.DelayedWriteback)} on v4.13: {DelayedWriteback.ThroughUnwritten}",
        nameof(KernelProfile.ForcedFollow),
        $"{nameof(KernelProfile.PunchOrder)} on v4.13: {PunchOrder.TimeAfterLength}",
        $"{nameof(KernelProfile.ExtendingWrite)} on v4.13: {ExtendingWrite.HandleFirst}",
        $"{nameof(KernelProfile.ShutDownRemount)} on v4.13: {ShutDownRemount.Refused}",
        $"{nameof(KernelProfile.DirtyHugePmd)} on v4.13: {DirtyHugePmd.MadeWritable}",
        $"{nameof(KernelProfile.RemapHugePmd)} on v4.13: {RemapHugePmd.Split}",
    ];

    public static TheoryData<string, string, string> Decided => Alternatives(open: false);

    public static TheoryData<string, string, string> Undecided => Alternatives(open: true);

    [Theory]
    [MemberData(nameof(Decided))]
    public void With_another_value_of_a_policy_the_model_disagrees_with_an_observation(string kernel, string policy, string value)
        => Assert.NotNull(FirstDisagreement(kernel, policy, value));

    [Theory]
    [MemberData(nameof(Undecided))]
    public void The_policies_that_the_observations_leave_open_are_known(string kernel, string policy, string value)
        => Assert.Null(FirstDisagreement(kernel, policy, value));

    private static string? FirstDisagreement(string kernel, string policyName, string valueName)
    {
        var policy = Policy.All.Single(candidate => candidate.Name == policyName);
        var variant = policy.With(Kernels.Named(kernel), policy.Values.Single(value => value.ToString() == valueName));
        var runners = Shipped.All.Append(Examples.V2NoSplit).ToDictionary(strategy => strategy.Name, strategy => new ScenarioRunner(new Contender(variant, strategy)));
        var check = new ObservationCheck();
        foreach (var row in ObservedRows.All.Where(row => row.Kernel == kernel))
        {
            check.Add(row.ToObserved(), runners[row.Strategy]);
            if (check.Mismatches.Count > 0)
            {
                return check.Mismatches[0].ToString();
            }
        }

        return null;
    }

    private static TheoryData<string, string, string> Alternatives(bool open)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var kernel in Kernels.Observed)
        {
            foreach (var policy in Policy.All)
            {
                foreach (var value in policy.Values.Where(value => !value.Equals(policy.ValueIn(kernel))))
                {
                    if (open == (Open.Contains(policy.Name) || Open.Contains($"{policy.Name} on {kernel.Name}: {value}")))
                    {
                        data.Add(kernel.Name, policy.Name, value.ToString());
                    }
                }
            }
        }

        return data;
    }
}
