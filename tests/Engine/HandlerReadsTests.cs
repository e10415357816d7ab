using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>What a handler can read of the access, the VMA, the file and the file system.</summary>
public sealed class HandlerReadsTests
{
    [Theory]
    [InlineData("load", "User")]
    [InlineData("store", "Write, User")]
    [InlineData("other-load", "User")]
    [InlineData("other-store", "Write, User")]
    [InlineData("copyin", "Write")]
    [InlineData("mlock", "Write")]
    [InlineData("force", "Write, Remote")]
    public void The_flags_say_who_makes_the_access__do_page_fault_faultin_page(string access, string flags)
    {
        foreach (var kernel in Kernels.Observed)
        {
            var asked = Asked($"mapping=private extent=frag steps={access}", kernel.Name).Select(fault => fault.Flags.ToString());
            Assert.Equal([flags], asked.Distinct());
        }
    }

    [Fact]
    public void Where_a_hole_page_is_made_writable_on_v413_nobody_says_who_does_it__do_page_mkwrite()
        => Assert.Equal(
            FaultFlags.Write | FaultFlags.MkWrite,
            Asked("mapping=shared extent=hole thp=nohuge steps=load store", V413).First(fault => (fault.Flags & FaultFlags.MkWrite) != 0).Flags);

    [Fact]
    public void Where_storage_is_made_writable_on_v61_the_flags_of_the_access_stay__wp_pfn_shared()
        => Assert.Equal(
            FaultFlags.Write | FaultFlags.MkWrite | FaultFlags.User,
            Asked("mapping=shared thp=nohuge steps=load store", V61).Last().Flags);

    [Theory]
    [OnEveryKernel]
    public void A_write_protected_huge_PMD_keeps_the_flags_of_the_access__wp_huge_pmd(string kernel)
        => Assert.Equal(FaultFlags.Write | FaultFlags.User, Asked("mapping=shared steps=load store", kernel).Last().Flags);

    [Theory]
    [InlineData("mapping=shared steps=load", "Read, Write, Shared, MayWrite, MayRead, MayShare")]
    [InlineData("mapping=shared_ro steps=load", "Read, Shared, MayWrite, MayRead, MayShare")]
    [InlineData("mapping=shared_rofd steps=load", "Read, MayRead, MayShare")]
    [InlineData("mapping=private steps=load", "Read, Write, MayWrite, MayRead")]
    [InlineData("mapping=private_ro steps=load", "Read, MayWrite, MayRead")]
    [InlineData("mapping=private steps=other-load", "Read, Write, Shared, MayWrite, MayRead, MayShare")]
    [InlineData("fs=ro mapping=private steps=other-load", "Read, MayRead, MayShare")]
    [InlineData("fs=nojournal_ro mapping=private steps=other-load", "Read, MayRead, MayShare")]
    [InlineData("fs=emergency mapping=private steps=other-load", "Read, Write, Shared, MayWrite, MayRead, MayShare")]
    public void The_flags_of_a_VMA_come_from_protection_sharing_and_descriptor__do_mmap(string scenario, string flags)
    {
        foreach (var kernel in Kernels.Observed)
        {
            Assert.Equal([flags], Asked(scenario, kernel.Name).Select(fault => fault.VmFlags.ToString()).Distinct());
        }
    }

    [Theory]
    [InlineData("rw", false, false)]
    [InlineData("ro", true, true)]
    [InlineData("emergency", true, true)]
    [InlineData("aborted", true, false)]
    [InlineData("shutdown", false, false)]
    [InlineData("frozen", false, false)]
    [InlineData("nojournal", false, false)]
    [InlineData("nojournal_ro", true, true)]
    [InlineData("full", false, false)]
    public void A_file_system_says_whether_it_is_read_only__sb_rdonly(string fs, bool onV413, bool onV61)
    {
        Assert.Equal(onV413, Read($"fs={fs} mapping=private steps=load", V413, kernel => kernel.IsReadOnly).Last());
        Assert.Equal(onV61, Read($"fs={fs} mapping=private steps=load", V61, kernel => kernel.IsReadOnly).Last());
    }

    [Theory]
    [InlineData("load", 10)]
    [InlineData("load@near", 12)]
    [InlineData("load@far", 522)]
    [InlineData("load@beyond", 300)]
    [InlineData("other-load@far", 522)]
    public void The_page_offset_is_that_of_the_access_at_every_size_however_the_mapping_lies__linear_page_index(string access, long page)
    {
        foreach (var kernel in Kernels.Observed)
        {
            foreach (var geometry in (string[])["aligned", "misaligned"])
            {
                var read = Read($"geometry={geometry} extent=frag steps={access}", kernel.Name, operations => operations.PageOffset);
                Assert.Equal([page], read.Distinct());
            }
        }
    }

    [Theory]
    [InlineData("size=full steps=load", 4L << 20)]
    [InlineData("size=partial steps=load", (1L << 20) + 100)]
    [InlineData("size=partial steps=extend load", 4L << 20)]
    [InlineData("size=full steps=truncate load", 5L * 4096)]
    [InlineData("size=partial steps=truncate extend load", 4L << 20)]
    public void The_file_size_is_in_bytes_and_follows_truncate_and_extend__i_size_read(string scenario, long size)
    {
        foreach (var kernel in Kernels.Observed)
        {
            Assert.Equal([size], Read(scenario, kernel.Name, operations => operations.FileSize).Distinct());
        }
    }

    [Theory]
    [OnEveryKernel]
    public void A_handler_that_reads_everything_does_what_it_does_without(string kernel)
    {
        var handler = new ScriptedHandler((fault, operations) =>
        {
            _ = operations.IsReadOnly ? operations.PageOffset : operations.FileSize;
            _ = operations.Holds(KernelLock.Mapping);
            return Zwisler.HugeFault(in fault, operations);
        });
        foreach (var scenario in Law.ScenariosOf(61).Take(200))
        {
            var reading = StepRecord.Of(scenario, new Kernel(Kernels.Named(kernel), handler));
            var plain = StepRecord.Of(scenario, new Kernel(Kernels.Named(kernel), Zwisler));
            Assert.All(reading.Zip(plain), pair => Assert.True(pair.First.After == pair.Second.After && pair.First.Did(pair.Second.Effects)));
        }
    }

    /// <summary>What the handler was told, call by call.</summary>
    private static List<Fault> Asked(string scenario, string kernel)
    {
        var asked = new List<Fault>();
        Run(scenario, kernel, new ScriptedHandler((fault, operations) =>
        {
            asked.Add(fault);
            return Zwisler.HugeFault(in fault, operations);
        }));
        Assert.NotEmpty(asked);
        return asked;
    }

    /// <summary>What the handler read, call by call.</summary>
    private static List<T> Read<T>(string scenario, string kernel, Func<IKernelOperations, T> read)
    {
        var values = new List<T>();
        Run(scenario, kernel, new ScriptedHandler((fault, operations) =>
        {
            values.Add(read(operations));
            return Zwisler.HugeFault(in fault, operations);
        }));
        Assert.NotEmpty(values);
        return values;
    }

    [Theory]
    [OnEveryKernel]
    public void A_handle_is_held_after_its_start_though_a_stop_too_many_came_before__ext4_journal_stop(string kernel)
    {
        var held = false;
        var handler = new ScriptedHandler((fault, operations) =>
        {
            operations.JournalStop();
            operations.JournalStart();
            held = operations.Holds(KernelLock.JournalHandle);
            operations.JournalStop();
            return VmFault.SigBus;
        });
        Run("steps=load", kernel, handler);
        Assert.True(held);
    }

    [Theory]
    [OnEveryKernel]
    public void A_stop_too_many_inside_a_lookup_leaves_the_next_start_the_outermost__ext4_journal_stop(string kernel)
    {
        var run = Run("mapping=shared extent=hole thp=nohuge steps=store", kernel, new ScriptedHandler((fault, operations) =>
            operations.DaxFault(new Lookup(static inside =>
            {
                inside.JournalStop();
                var error = inside.JournalStart();
                inside.JournalStop();
                return error == Errno.None ? Errno.Io : error;
            }), out _)));
        Assert.True(run.Exercised(Rule.JournalStarted, 0));
        Assert.False(run.Exercised(Rule.JournalNested, 0));
    }

    [Theory]
    [OnEveryKernel]
    public void A_lookup_for_a_write_that_finds_no_storage_is_SIGBUS__dax_load_hole(string kernel)
    {
        var nothing = new ScriptedHandler((fault, operations) => operations.DaxFault(new Lookup(static _ => Errno.None), out _));
        var run = Run("mapping=shared extent=hole thp=nohuge steps=store", kernel, nothing);
        Assert.Equal(["SIGBUS", "PTE:SIGBUS"], [run.Result, run.Handler]);
    }

    private sealed class Lookup(Func<ILookupOperations, Errno> begin) : BlockLookup
    {
        public override Errno Begin(bool isWrite, ILookupOperations kernel) => begin(kernel);
    }
}
