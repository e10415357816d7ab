using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/read_write.c, fs/ext4/file.c: reads and writes through the descriptor; kernel/exit.c: a child that ends.</summary>
public sealed class DescriptorTests
{
    [Theory]
    [OnEveryKernel]
    public void A_write_that_gets_a_new_block_takes_the_mapped_hole_away__invalidate_inode_pages2_range(string kernel)
    {
        var run = Run("mapping=shared extent=hole steps=load write load", kernel);
        Assert.Equal("hugezero|absent|dax", run.Page);
        Assert.Equal("0|1|0", run.Splits);
        Assert.Equal("0|8|0", run.Blocks);
    }

    [Theory]
    [OnEveryKernel]
    public void A_write_over_a_block_that_is_there_leaves_every_mapping(string kernel)
        => Assert.Equal("dax|dax", Run("mapping=shared steps=load write", kernel).Page);

    [Theory]
    [InlineData(V413, "1")]
    [InlineData(V61, "0")]
    [InlineData(V612, "0")]
    public void A_write_inside_the_file_starts_the_journal_in_its_lookup_on_v413_alone__ext4_iomap_begin(string kernel, string starts)
        => Assert.Equal(starts, Run("mapping=shared steps=write", kernel).LookupStarts);

    [Theory]
    [OnEveryKernel]
    public void A_write_behind_the_end_makes_the_file_longer__ext4_dax_write_iter(string kernel)
        => Assert.Equal("SIGBUS|ok|ok", Run("mapping=shared size=partial thp=nohuge steps=load@beyond write@beyond load@beyond", kernel).Result);

    [Theory]
    [InlineData("mapping=private steps=write", "EBADF")]
    [InlineData("fs=ro mapping=private steps=read write", "ok|EBADF")]
    [InlineData("mapping=shared steps=shutdown read write", "ok|EIO|EIO")]
    [InlineData("fs=emergency mapping=shared extent=hole steps=write", "EROFS")]
    [InlineData("fs=full mapping=shared extent=hole steps=write", "ENOSPC")]
    [InlineData("mount=nodax fs=full mapping=shared extent=hole steps=write", "ENOSPC")]
    public void What_a_write_is_refused_for(string scenario, string result)
        => Assert.All(Kernels.Observed, kernel => Assert.Equal(result, Run(scenario, kernel.Name).Result));

    [Theory]
    [InlineData(V413, "EROFS")]
    [InlineData(V61, "ok")]
    [InlineData(V612, "ok")]
    public void On_a_read_only_file_system_a_write_needs_what_its_lookup_needs(string kernel, string result)
        => Assert.Equal(result, Run("fs=emergency mapping=shared steps=write", kernel).Result);

    [Theory]
    [OnEveryKernel]
    public void Without_DAX_a_write_makes_a_cached_page_dirty_and_maps_nothing__generic_perform_write(string kernel)
    {
        var run = Run("mount=nodax mapping=shared extent=hole steps=write load", kernel);
        Assert.Equal("absent|cache", run.Page);
        Assert.Equal("8|0", run.Blocks);
    }

    [Theory]
    [OnEveryKernel]
    public void A_child_that_ends_leaves_its_parent_as_the_fork_found_it__do_exit(string kernel)
    {
        var run = Run("mapping=private steps=load fork store exit-child store", kernel);
        Assert.Equal("dax|-|anon|dax|anon", run.Page);
        Assert.Equal("dax|-|dax|dax", Run("mapping=shared thp=nohuge steps=store fork load exit-child", kernel).Page);
    }

    [Theory]
    [OnEveryKernel]
    public void What_is_unmapped_in_the_child_is_unmapped_in_its_parent__unmap_mapping_range(string kernel)
        => Assert.EndsWith("absent", Run("mapping=shared steps=store fork truncate exit-child", kernel).Page, StringComparison.Ordinal);

    [Theory]
    [OnEveryKernel]
    public void The_protection_that_a_child_changed_is_its_own(string kernel)
        => Assert.Equal("ok|ok|SIGSEGV|ok|ok", Run("mapping=shared steps=fork mprotect-ro store exit-child store", kernel).Result);
}
