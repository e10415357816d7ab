using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>In which order locks are taken, judged against what the shipped handlers do.</summary>
public sealed class LockOrderTests
{
    [Fact]
    public void Shipped_handlers_never_start_the_journal_while_holding_a_mapping_entry()
        => Law.Holds(41, Shipped.All, step => !step.Effects.Locks.WasTakenWhileHolding(KernelLock.JournalHandle, KernelLock.DaxEntry));

    [Fact]
    public void Shipped_handlers_take_locks_in_one_order()
        => Law.Holds(42, Shipped.All, step =>
        {
            var locks = step.Effects.Locks;
            return !Enum.GetValues<KernelLock>().Any(taken => Enum.GetValues<KernelLock>()
                .Any(held => held >= taken && locks.WasTakenWhileHolding(taken, held)));
        });

    [Theory]
    [InlineData(V413, "written")]
    [InlineData(V413, "unwritten")]
    [InlineData(V61, "unwritten")]
    [InlineData(V61, "hole")]
    public void A_predicate_that_never_journals_inverts_that_order_in_the_block_lookup(string kernel, string extent)
    {
        var scenario = $"mapping=shared extent={extent} steps=store";
        var never = Run(scenario, kernel, Examples.Never);
        Assert.Equal(["ok", "0", "1"], [never.Result, never.JournalStarts, never.LookupStarts]);
        Assert.True(never.Locks.WasTakenWhileHolding(KernelLock.JournalHandle, KernelLock.DaxEntry));
        Assert.False(Run(scenario, kernel, Zwisler).Locks.WasTakenWhileHolding(KernelLock.JournalHandle, KernelLock.DaxEntry));
    }

    [Theory]
    [OnEveryKernel]
    public void A_shared_store_holds_freeze_protection_the_mapping_lock_and_a_handle_when_it_locks_the_entry(string kernel)
    {
        var locks = Run("mapping=shared steps=store", kernel).Locks;
        Assert.True(locks.WasTakenWhileHolding(KernelLock.Mapping, KernelLock.FreezeProtection));
        Assert.True(locks.WasTakenWhileHolding(KernelLock.JournalHandle, KernelLock.Mapping));
        Assert.True(locks.WasTakenWhileHolding(KernelLock.DaxEntry, KernelLock.JournalHandle));
        Assert.True(locks.WasTakenWhileHolding(KernelLock.PageTable, KernelLock.DaxEntry));
    }

    [Theory]
    [OnEveryKernel]
    public void A_private_store_with_the_fix_holds_only_the_mapping_lock_when_it_locks_the_entry(string kernel)
    {
        var locks = Run("mapping=private steps=store", kernel).Locks;
        Assert.True(locks.WasTakenWhileHolding(KernelLock.DaxEntry, KernelLock.Mapping));
        Assert.False(locks.WasTakenWhileHolding(KernelLock.DaxEntry, KernelLock.FreezeProtection));
        Assert.False(locks.WasTakenWhileHolding(KernelLock.DaxEntry, KernelLock.JournalHandle));
    }

    [Fact]
    public void A_handler_that_forgets_to_release_a_lock_is_seen_to_hold_it()
    {
        var leaking = new ScriptedHandler((_, kernel) =>
        {
            kernel.LockMapping();
            return VmFault.SigBus;
        });
        var locks = Run("steps=load", V61, leaking).Locks;
        Assert.True(locks.AnyHeld);
        Assert.True(locks.IsHeld(KernelLock.Mapping));
        Assert.False(locks.IsHeld(KernelLock.JournalHandle));
    }
}
