using System.Globalization;
using Compare.Engine;
using Compare.Patches;
using CsCheck;

namespace Compare.Tests.Patches;

/// <summary>The C compiler of the machine as a second opinion on the interpreter: both decide alike, whatever a handler computes.</summary>
public sealed class SecondOpinionTests : IDisposable
{
    private const string NeedsCompiler = "needs a C compiler (cc)";

    private const int Handlers = 200;

    /// <summary>What the handlers use of the kernel, written for this test.</summary>
    private const string Harness = """
        #include <stdio.h>
        #include <stdbool.h>
        typedef unsigned char u8; typedef signed char s8; typedef unsigned short u16; typedef short s16;
        typedef unsigned int u32; typedef long s64; typedef unsigned long u64; typedef unsigned int vm_fault_t;
        enum page_entry_size { PE_SIZE_PTE, PE_SIZE_PMD, PE_SIZE_PUD };
        struct vm_area_struct { unsigned long vm_flags; };
        struct vm_fault { struct vm_area_struct *vma; unsigned int flags; void *cow_page; };
        #define VM_SHARED 8
        #define FAULT_FLAG_WRITE 1
        #define dax_iomap_fault(vmf, size, pfn, error, ops) 0x100
        """;

    private const string Main = """
        int main(void)
        {
            for (unsigned i = 0; i < sizeof(all) / sizeof(all[0]); i++)
                for (int level = 0; level < 3; level++)
                    for (int flags = 0; flags < 16; flags++)
                        for (int vm = 0; vm < 64; vm += 7)
                            for (int cow = 0; cow < 2; cow++) {
                                struct vm_area_struct vma = { (vm & 3) | (vm & 4) << 1 | (vm & 16) | (vm & 8) << 2 | (vm & 32) << 2 };
                                struct vm_fault vmf = { &vma, (flags & 3) | (flags & 12) << 4, cow ? &vma : 0 };
                                printf("%x\n", all[i].handler(&vmf, (all[i].is_order ? (int[]){ 18, 9, 0 } : (int[]){ 2, 1, 0 })[level]));
                            }
            return 0;
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public static bool HasCompiler { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "cc")));

    public void Dispose() => _directory.Dispose();

    [Fact(Skip = NeedsCompiler, SkipUnless = nameof(HasCompiler))]
    public void Generated_handlers_decide_as_a_compiler_has_them_decide()
    {
        var writers = Gen.UInt.Array[1_000, 4_000].Array[Handlers].Single(_ => true, seed: "0N0XIzNsQ0O2")
            .Select((choices, number) => new HandlerWriter(choices, number)).ToArray();
        var texts = writers.Select(writer => writer.Write()).ToArray();
        var rows = writers.Select((writer, number)
            => $"    {{ (vm_fault_t (*)(struct vm_fault *, unsigned int))handler_{number}, {(writer.IsOrder ? 1 : 0)} }},\n");
        _directory.Write("all.c", $$"""
            {{Harness}}
            {{string.Concat(texts)}}
            static const struct { vm_fault_t (*handler)(struct vm_fault *, unsigned int); int is_order; } all[] = {
            {{string.Concat(rows)}}};
            {{Main}}
            """);
        Assert.Equal("", Shell.Run(_directory, "cc -std=gnu11 -w -O0 -o all all.c 2>&1"));
        var decisions = Shell.Run(_directory, "./all").Split('\n');
        var interpreted = texts.SelectMany(Decisions).ToArray();
        Assert.Equal(interpreted.Length, decisions.Length);
        var each = interpreted.Length / Handlers;
        var wrong = Enumerable.Range(0, interpreted.Length).FirstOrDefault(i => interpreted[i] != decisions[i], -1);
        Assert.True(
            wrong < 0,
            wrong < 0 ? "" : $"input {wrong % each}: interpreted {interpreted[wrong]}, compiled {decisions[wrong]}\n{texts[wrong / each]}");
        Assert.True(interpreted.Distinct().Count() > 100, "all handlers decide nearly the same");
    }

    private static IEnumerable<string> Decisions(string text)
    {
        var handler = CSources.Handler(text);
        var kernel = new NothingHappens();
        foreach (var level in (FaultLevel[])[FaultLevel.Pud, FaultLevel.Pmd, FaultLevel.Pte])
        {
            for (var flags = 0; flags < 16; flags++)
            {
                for (var vm = 0; vm < 64; vm += 7)
                {
                    foreach (var hasCowPage in (bool[])[false, true])
                    {
                        kernel.Failure = "";
                        var result = handler.HugeFault(new Fault(level, (FaultFlags)flags, (VmFlags)vm, hasCowPage), kernel);
                        yield return kernel.Failure.Length > 0 ? handler.DescribePlace(kernel.Place) : Flags.Of(result).ToString("x", CultureInfo.InvariantCulture);
                    }
                }
            }
        }
    }

    /// <summary>A kernel in which every operation is done at once.</summary>
    private sealed class NothingHappens : IKernelOperations
    {
        public string Failure { get; set; } = "";

        public int Place { get; private set; }

        public bool IsReadOnly => false;

        public bool IsShutDown => false;

        public long PageOffset => 0;

        public long FileSize => 0;

        public bool Holds(KernelLock which) => false;

        public void Fail(HandlerFailure failure, int place) => (Failure, Place) = ($"{failure}", place);

        public void StartPageFault()
        {
        }

        public void EndPageFault()
        {
        }

        public void UpdateTime()
        {
        }

        public void LockMapping()
        {
        }

        public void UnlockMapping()
        {
        }

        public Errno JournalStart() => Errno.None;

        public void JournalStop()
        {
        }

        public VmFault DaxFault(out Errno error) => DaxFault(default!, out error);

        public VmFault DaxFault(BlockLookup lookup, out Errno error)
        {
            error = Errno.None;
            return VmFault.NoPage;
        }

        public bool RetriesAllocation(Errno error, int retries) => false;

        public void SplitHugePmd()
        {
        }

        public void CountFallback()
        {
        }
    }
}
