using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>mm/gup.c, mm/mlock.c, lib/iov_iter.c: accesses by the kernel.</summary>
public sealed class GupTests
{
    [Theory]
    [InlineData(V413, "shared_ro")]
    [InlineData(V413, "shared_rofd")]
    [InlineData(V61, "shared_ro")]
    [InlineData(V61, "shared_rofd")]
    public void A_forced_write_to_a_read_only_mapping_that_would_not_be_copied_is_refused_before_any_fault__check_vma_flags(
        string kernel, string mapping)
    {
        foreach (var strategy in Shipped.All)
        {
            var run = Run($"mapping={mapping} steps=force", kernel, strategy);
            Assert.Equal(["EIO", "", "absent"], [run.Result, run.Handler, run.Page]);
        }
    }

    [Theory]
    [OnEveryKernel]
    public void A_forced_write_to_a_read_only_private_mapping_copies_with_one_call_of_the_handler_at_PTE_size__faultin_page(string kernel)
    {
        var run = Run("mapping=private_ro steps=force store", kernel);
        Assert.Equal("ok|SIGSEGV", run.Result);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:DONE_COW|", run.Handler);
        Assert.Equal("anon|anon", run.Page);
        Assert.Equal(PteState.AnonymousReadOnly, run.World.MainTables.Pte((int)Place.Target));
    }

    [Fact]
    public void On_v413_the_second_round_of_that_write_goes_through_the_write_protect_path__faultin_page()
    {
        var run = Run("mapping=private_ro steps=force", V413);
        Assert.True(run.Exercised(Rule.WriteProtectedCopy, 0));
        Assert.True(run.Exercised(Rule.ForcedSecondRound, 0));
    }

    [Theory]
    [OnEveryKernel]
    public void A_forced_write_over_a_present_read_only_page_copies_without_the_handler__do_wp_page(string kernel)
    {
        var run = Run("mapping=private_ro thp=nohuge steps=load force", kernel, Original);
        Assert.Equal("PTE:NOPAGE|", run.Handler);
        Assert.Equal("dax|anon", run.Page);
    }

    [Theory]
    [OnEveryKernel]
    public void A_forced_write_that_fails_is_EIO__mem_rw(string kernel)
    {
        var run = Run("fs=ro mapping=private steps=force", kernel, Original);
        Assert.Equal(["EIO", "PUD:SIGBUS", "1"], [run.Result, run.Handler, run.JournalStarts]);
        Assert.Equal("EIO", Run("geometry=small steps=force@far", kernel).Result);
    }

    [Theory]
    [InlineData(V413, "private", "anon")]
    [InlineData(V413, "private_ro", "dax")]
    [InlineData(V413, "shared", "dax")]
    [InlineData(V413, "shared_ro", "dax")]
    [InlineData(V413, "shared_rofd", "dax")]
    [InlineData(V61, "private", "anon")]
    [InlineData(V61, "private_ro", "dax")]
    [InlineData(V61, "shared", "dax")]
    public void Mlock_faults_for_write_only_where_the_mapping_is_writable_and_not_shared__populate_vma_page_range(
        string kernel, string mapping, string page)
    {
        var run = Run($"mapping={mapping} steps=mlock", kernel, Original);
        Assert.Equal(["ok", page], [run.Result, run.Page]);
        Assert.Equal(page == "anon" ? "3" : "0", run.JournalStarts);
        Assert.Equal(page == "anon" ? "PUD:FALLBACK PMD:FALLBACK PTE:DONE_COW" : "PUD:FALLBACK PMD:NOPAGE", run.Handler);
    }

    [Theory]
    [OnEveryKernel]
    public void Mlock_of_a_shared_mapping_leaves_the_page_read_only__populate_vma_page_range(string kernel)
        => Assert.Equal("PMD:NOPAGE", Run("mapping=shared steps=mlock store", kernel).LastCalls);

    [Theory]
    [OnEveryKernel]
    public void An_mlock_whose_fault_fails_is_ENOMEM__mlock_posix_error_return(string kernel)
    {
        var run = Run("size=partial mapping=shared steps=mlock@beyond", kernel);
        Assert.Equal(["ENOMEM", "absent"], [run.Result, run.Page]);
        Assert.EndsWith("PTE:SIGBUS", run.Handler, StringComparison.Ordinal);
        Assert.Equal("ENOMEM", Run("fs=ro steps=mlock", kernel, Original).Result);
    }

    [Theory]
    [OnEveryKernel]
    public void An_mlock_outside_the_VMA_is_ENOMEM_without_the_handler__do_mlock(string kernel)
    {
        var run = Run("geometry=small steps=mlock@far", kernel);
        Assert.Equal(["ENOMEM", ""], [run.Result, run.Handler]);
    }

    [Theory]
    [OnEveryKernel]
    public void A_DAX_mapping_gets_neither_VM_LOCKED_nor_a_VMA_of_its_own__mlock_fixup(string kernel)
    {
        var run = Run("size=partial steps=load mlock@beyond dontneed load", kernel);
        Assert.Equal("ok|ENOMEM|ok|ok", run.Result);
        Assert.Equal("dax|absent|absent|dax", run.Page);
        Assert.Equal("ok|ENOMEM|EINVAL", Run("mount=nodax size=partial steps=load mlock@beyond dontneed", kernel).Result);
    }

    [Theory]
    [InlineData(V413, 2)]
    [InlineData(V61, 2)]
    [InlineData(V612, 1)]
    public void A_failing_copy_runs_the_whole_chain_of_calls_twice_and_on_v612_once__copy_page_to_iter_iovec__rep_movs_alternative(
        string kernel, int times)
    {
        var one = Run("fs=ro steps=copyin", kernel, Original);
        Assert.Equal(["EFAULT", $"{times}"], [one.Result, one.JournalStarts]);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("PUD:SIGBUS", times)), one.Handler);
        var all = Run("size=partial steps=copyin@beyond", kernel);
        Assert.Equal($"PUD:FALLBACK {string.Join(' ', Enumerable.Repeat("PMD:FALLBACK PTE:SIGBUS", times))}", all.Handler);
        Assert.Equal($"{times}", all.Fallbacks);
    }

    [Theory]
    [OnEveryKernel]
    public void A_copy_that_works_faults_once__copy_page_to_iter_iovec(string kernel)
    {
        var run = Run("mapping=shared steps=copyin copyin", kernel);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE|", run.Handler);
        Assert.Equal("1|0", run.TimeChanged);
    }

    [Theory]
    [OnEveryKernel]
    public void A_copy_to_a_mapping_that_forbids_writes_or_beside_it_is_EFAULT_without_the_handler__access_error(string kernel)
    {
        var forbidden = Run("mapping=private_ro steps=copyin", kernel, Original);
        Assert.Equal(["EFAULT", "", "absent"], [forbidden.Result, forbidden.Handler, forbidden.Page]);
        var beside = Run("mapping=shared geometry=small steps=copyin@far", kernel);
        Assert.Equal(["EFAULT", ""], [beside.Result, beside.Handler]);
    }

    [Fact]
    public void Before_commit_cda540ace6a1_a_forced_write_would_be_let_through_to_a_read_only_shared_mapping__do_wp_page()
    {
        var run = Run("mapping=shared_ro thp=nohuge steps=load force", KernelProfiles.V413ForcedCow);
        Assert.Equal("ok|ok", run.Result);
        Assert.Equal("dax|anon", run.Page);
        Assert.Equal("PTE:NOPAGE|", run.Handler);
        Assert.True(run.Exercised(Rule.ForcedSharedCopies, 1));
        Assert.False(run.Exercised(Rule.ForcedSharedCopies, 0));
    }
}
