using Compare.Engine;
using Compare.Patches;
using Compare.Scenarios;
using CsCheck;

namespace Compare.Bench;

/// <summary>The readers of what a strategy is made of: C, mails and patches, and a patch on a file.</summary>
/// <param name="directory">Where files may be written.</param>
/// <param name="mails">The folder of the mails that the tests have, and of the files that they change.</param>
internal sealed class FuzzSources(string directory, string mails)
{
    /// <summary>What C is made of, for texts that are nearly grammatical.</summary>
    private static readonly string[] Words =
    [
        "if", "else", "for", "while", "do", "switch", "case", "default", "break", "continue", "goto", "again", "return", "bool", "int", "unsigned",
        "long", "char", "u8", "s16", "u64", "struct", "enum", "static", "const", "void", "sizeof", "vm_fault", "write", "x", "y", "f", "M", "N",
        "vmf", "->", ".", "flags", "vma", "vm_flags", "cow_page", "pmd", "address", "pe_size", "order", "PE_SIZE_PMD", "FAULT_FLAG_WRITE", "VM_SHARED",
        "VM_FAULT_FALLBACK", "NULL", "true", "0", "1", "-1", "31", "64", "0xffffffffffffffff", "077u", "1LL", "'a'", "\"a\"", "(", ")", "(", ")", "{", "}",
        "{", "}", "[", "]", ";", ";", ";", ",", "=", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "&&", "||", "?",
        ":", "<<", ">>", "++", "--", "+=", "<<=", "/=", "->", "\\\n", "\n", "\n#define M", "\n#define M(x)", "\n#define N(x, y) x ## y", "\n#undef M\n",
        "\n#if", "\n#ifdef M\n", "\n#else\n", "\n#elif", "\n#endif\n", "defined", "/*", "*/", "//", "#", "##", "split_huge_pmd(vmf->vma, vmf->pmd, vmf->address);",
        "IS_ENABLED(CONFIG_FS_DAX)", "READ_ONCE(x)", "likely(write)", "WARN_ON_ONCE(x)", "is_cow_mapping(vmf->vma->vm_flags)", "dax_iomap_fault", "sb_rdonly",
    ];

    private static readonly string[] Statements =
    [
        "bool write = (vmf->flags & FAULT_FLAG_WRITE) && (vmf->vma->vm_flags & VM_SHARED);\n",
        """
        #define COPIES(vmf) (!!(vmf)->cow_page)
        #define BOTH(a, b) a ## b
        enum { FIRST, SECOND = FIRST + 3 };
        bool write = false; int x = 0; unsigned long y = 1UL << 33;

        switch (pe_size) {
        case PE_SIZE_PTE:
                write = (vmf->flags & FAULT_FLAG_WRITE) && !COPIES(vmf);
                break;
        case PE_SIZE_PMD:
                for (x = 0; x < 3; x++)
                        y += x ? y / x : (u8)y;
                if (BOTH(wri, te) || y % SECOND) {
                        split_huge_pmd(vmf->vma, vmf->pmd, vmf->address);
                        goto back;
                }
                do { x--; } while (x > 0 && !write);
                break;
        default:
        back:
                return VM_FAULT_FALLBACK;
        }
        #ifdef CONFIG_FS_DAX
        write |= vmf->vma->vm_flags & VM_WRITE ? true : x >= 2;
        #endif
        """,
    ];

    /// <summary>Scenarios that ask a handler at every size, with and without a write.</summary>
    private static readonly Scenario[] Asked = [.. StandardMatrix.Build().Where((_, number) => number % 400 == 0)];

    /// <summary>What mails and patches are made of.</summary>
    private static readonly string[] Marks =
    [
        "> ", ">> ", "@@ -1,2 +1,3 @@", "@@", "--- a/fs/ext4/file.c\n", "+++ b/fs/ext4/file.c\n", "diff --git a/a b/a\n", "\n-", "\n+", "\n ", "\n--\n", "\n\n",
        "From: a <a@example.org>\n", "Subject: =?utf-8?q?=C3?=\n", "From a Mon Sep 17 00:00:00 2001\n", "-- >8 --\n", "GIT binary patch\n", "rename from a\n",
        "Content-Transfer-Encoding: base64\n", "Content-Type: multipart/mixed; boundary=a\n", "\n--a\n", "--a--\n", "=20", "=\n", "/dev/null", "\\ No newline at end of file\n",
    ];

    private readonly string[] _handlers = [.. Statements, .. Texts(mails, "*.c")];
    private readonly string[] _bases = Texts(mails, "base.c");
    private readonly string[] _patches = [.. Texts(mails, "*").Where(text => text.Contains("@@", StringComparison.Ordinal))];

    /// <summary>The readers.</summary>
    public IEnumerable<FuzzReader> All
    {
        get
        {
            var random = Gen.OneOfConst(Words).Array[1, 80].Select(words => $"bool write = false; int x = 1, y = 2;\n{string.Join(' ', words)}");
            string[] donors = [.. _handlers, .. Words];
            yield return FuzzReaders.OfText("c", Gen.OneOf(FuzzInputs.Mutated(Gen.OneOfConst(_handlers), donors, 3), random, FuzzInputs.Mutated(random, donors, 2)), Source);
            yield return FuzzReaders.OfText("patch", FuzzInputs.Mutated(Gen.OneOfConst(_patches), [.. _patches, .. Marks], 6), text => PatchReader.Read(Write("t.mbox", text)));
            yield return new("apply", (seconds, seed) => Fuzz.For(
                "apply",
                Gen.Select(FuzzInputs.Mutated(_bases, 2), FuzzInputs.Mutated(Gen.OneOfConst(_patches), [.. _patches, .. Marks], 3)),
                input => Apply(input.Item1, input.Item2),
                input => $"{FuzzInputs.Shown(input.Item1)}, {FuzzInputs.Shown(input.Item2)}",
                seconds,
                seed));
        }
    }

    private static string[] Texts(string folder, string files)
        => [.. Directory.GetFiles(folder, files).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>What is read is also run, on one kernel.</summary>
    private void Source(string text)
    {
        var (strategy, _) = SourceStrategies.Load(Write("t.c", text), onto: null).Single();
        var kernel = new Kernel(KernelProfiles.All[0], strategy);
        var effects = new Effects();
        foreach (var scenario in Asked)
        {
            var world = scenario.Begin();
            foreach (var step in scenario.Steps)
            {
                kernel.Run(in world, step, out world, effects);
                if (effects.Result.EndsRun())
                {
                    break;
                }
            }
        }

        FuzzReaders.Require(strategy.Remarks().Concat(strategy.Source.Select(line => line.Text)).All(line => !line.Contains('\n', StringComparison.Ordinal)), "a remark of several lines");
    }

    /// <summary>A hunk that was applied adds and takes away as many lines as its header says.</summary>
    private void Apply(string before, string patch)
    {
        foreach (var file in PatchReader.Read(Write("t.mbox", patch)).SelectMany(one => one.Files))
        {
            var source = SourceText.Of("file.c", before);
            var changed = Applier.Apply(source, file);
            FuzzReaders.Require(
                changed.Lines.Length == source.Lines.Length + file.Hunks.Sum(hunk => hunk.NewCount - hunk.OldCount), "another number of lines than the hunks say");
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(directory, name);
        File.WriteAllBytes(path, FuzzInputs.Bytes(text));
        return path;
    }
}
