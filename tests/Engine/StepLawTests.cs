using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>Laws that hold for every step, whatever came before it.</summary>
public sealed class StepLawTests
{
    private static readonly FaultHandler[] WithNever = [Original, V2, Zwisler, Examples.Never];

    [Fact]
    public void An_access_to_a_private_mapping_changes_no_block_whatever_the_strategy()
        => Law.Holds(1, WithNever, step => step.IsPrivateAccess ? step.Effects.SectorsDelta == 0 : null);

    [Fact]
    public void With_either_fix_an_access_to_a_private_mapping_starts_no_journal_and_leaves_the_time()
        => Law.Holds(2, [V2, Zwisler], step => step.IsPrivateAccess
            ? step.Effects is { JournalStarts: 0, LookupStarts: 0, TimeChanged: false }
            : null);

    [Fact]
    public void With_either_fix_no_access_to_a_private_mapping_blocks_or_repeats_for_ever()
        => Law.Holds(3, [V2, Zwisler], step => step.IsPrivateAccess && step.Before.WaitingStep is null
            ? !step.Effects.Result.EndsRun()
            : null);

    [Fact]
    public void A_load_starts_no_journal_and_changes_neither_time_nor_blocks()
        => Law.Holds(4, WithNever, step => step.Step.Verb is Verb.Load or Verb.OtherLoad
            ? step.Effects is { JournalStarts: 0, LookupStarts: 0, TimeChanged: false, SectorsDelta: 0 }
            : null);

    [Fact]
    public void A_predicate_that_never_journals_never_starts_the_journal_in_the_handler()
        => Law.Holds(5, [Examples.Never], step => step.Effects.JournalStarts == 0);

    [Fact]
    public void Where_the_file_system_is_read_only_no_step_changes_the_time()
        => Law.Holds(6, WithNever, step => IsReadOnly(step.Setup.FileSystem) && step.IsFileSystemAsSetUp ? !step.Effects.TimeChanged : null);

    [Fact]
    public void With_DAX_blocks_change_only_where_a_handle_can_be_had()
        => Law.Holds(7, Shipped.All, step => !step.IsDax || !step.IsFileSystemAsSetUp
            || step.Setup.FileSystem is FileSystemState.Writable or FileSystemState.NoJournal or FileSystemState.Full
                ? null
                : step.Effects.SectorsDelta == 0);

    [Fact]
    public void A_call_of_the_handler_starts_the_journal_at_most_once_on_v413_and_on_v61_where_there_is_space()
        => Law.Holds(8, Shipped.All, step => step.IsOnV413 || step.Setup.FileSystem != FileSystemState.Full
            ? step.Effects.JournalStarts <= step.Effects.Calls.Length
            : null);

    [Fact]
    public void Without_DAX_no_page_maps_storage_or_a_zero_page_and_no_DAX_handler_is_called()
        => Law.Holds(9, WithNever, step => step.IsDax
            ? null
            : step.Effects.Page is not (MappedPage.Dax or MappedPage.Zero or MappedPage.HugeZero)
                && step.Effects is { JournalStarts: 0, LookupStarts: 0, FaultFallbacks: 0, PmdSplits: 0 }
                && !step.HasCallsAt(FaultLevel.Pud, FaultLevel.Pmd));

    [Fact]
    public void With_DAX_v61_never_maps_a_cache_page_and_v413_never_the_small_zero_page()
        => Law.Holds(10, WithNever, step => step.IsDax
            ? step.Effects.Page != (step.IsOnV413 ? MappedPage.Zero : MappedPage.Cache)
            : null);

    [Fact]
    public void Refused_huge_pages_leave_no_huge_page_no_call_above_PTE_size_and_nothing_to_split()
        => Law.Holds(11, WithNever, step => step.Setup.HugePages == HugePages.Allowed
            ? null
            : step.Effects is { FaultFallbacks: 0, PmdSplits: 0 } and { Page: not MappedPage.HugeZero }
                && !step.HasCallsAt(FaultLevel.Pud, FaultLevel.Pmd));

    [Fact]
    public void An_access_that_succeeds_leaves_its_page_mapped()
        => Law.Holds(12, WithNever, step => step.Step.IsAccess && step.Effects.Result == StepResult.Ok
            ? step.Effects.Page != MappedPage.Absent
            : null);

    [Fact]
    public void A_write_that_succeeds_leaves_a_copy_in_a_private_mapping_and_the_file_in_a_shared_one()
        => Law.Holds(13, WithNever, step => step.Step.Verb is Verb.Store or Verb.Force or Verb.CopyIn && step.Effects.Result == StepResult.Ok
            ? step.Effects.Page == (step.IsPrivateAccess ? MappedPage.Anonymous : step.IsDax ? MappedPage.Dax : MappedPage.Cache)
            : null);

    [Fact]
    public void Nothing_is_held_after_a_step()
        => Law.Holds(14, WithNever, step => !step.Effects.Locks.AnyHeld);

    [Fact]
    public void Only_what_takes_freeze_protection_blocks_and_only_on_a_frozen_file_system()
        => Law.Holds(15, WithNever, step => step.Effects.Result == StepResult.Blocked
            ? step.Before.WaitingStep is not null
                || (step.Effects.Rules.Contains(Rule.FrozenBlocks)
                    && (step.Setup.FileSystem == FileSystemState.Frozen || step.Scenario.Steps.Take(step.Index).Contains(new Step(Verb.Freeze))))
            : null);

    [Fact]
    public void No_shipped_strategy_repeats_for_ever()
        => Law.Holds(16, Shipped.All, step => step.Effects.Result != StepResult.Livelock);

    [Fact]
    public void A_PMD_is_split_only_by_a_write_or_a_change_of_the_file()
        => Law.Holds(17, WithNever, step => step.Effects.PmdSplits == 0
            ? null
            : step.Step.Verb is not (Verb.Load or Verb.OtherLoad or Verb.Fsync or Verb.DontNeed or Verb.Fork or Verb.PopulatePud or Verb.ExitChild or Verb.Read or Verb.MemorySync
                or Verb.ProtectReadOnly or Verb.ProtectWritable or Verb.Freeze or Verb.RemountReadOnly or Verb.RemountWritable or Verb.Shutdown));

    private static bool IsReadOnly(FileSystemState state)
        => state is FileSystemState.ReadOnly or FileSystemState.Emergency or FileSystemState.NoJournalReadOnly;
}
