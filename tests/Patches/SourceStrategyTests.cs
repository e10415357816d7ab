using Compare.Scenarios;
using Compare.Tests.Cli;

namespace Compare.Tests.Patches;

/// <summary>Strategies named by their source on a command line.</summary>
public sealed class SourceStrategyTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("bool write = (vmf->flags & FAULT_FLAG_WRITE) && (vmf->vma->vm_flags & VM_SHARED);\n", "zwisler")]
    [InlineData("(vmf->flags & FAULT_FLAG_WRITE) && !is_cow_mapping(vmf->vma->vm_flags)\n", "zwisler")]
    [InlineData("return vmf->flags & FAULT_FLAG_WRITE;\n", "original")]
    [InlineData("bool old = true;\nbool write = old++ && (vmf->flags & FAULT_FLAG_WRITE);\n", "original")]
    [InlineData("long wide = 1 ? -1 : 2u;\nbool write = wide > 0 && (vmf->flags & FAULT_FLAG_WRITE);\n", "original")]
    [InlineData("int tries = 0;\nbool write;\nagain:\nif (tries++ < 3)\n\tgoto again;\nwrite = vmf->flags & FAULT_FLAG_WRITE;\n", "original")]
    [InlineData("if (order == PMD_ORDER)\n\treturn false;\nreturn vmf->flags & 0;\n", "never")]
    public void Statements_that_decide_are_a_strategy(string statements, string name)
    {
        var handler = CSources.Handler(statements);
        CHandlerTests.AssertSame(name == "never" ? Examples.Never : Shipped.Named(name), handler, StandardMatrix.Build().Where((_, i) => i % 7 == 0));
    }

    [Theory]
    [InlineData("bool write = vmf->flags & FAULT_FLAG_WRITE;\n", "vmf->flags & FAULT_FLAG_WRITE")]
    [InlineData("return vmf->flags & FAULT_FLAG_WRITE;", "vmf->flags & FAULT_FLAG_WRITE")]
    [InlineData("vmf->flags & FAULT_FLAG_WRITE\n", "vmf->flags & FAULT_FLAG_WRITE")]
    [InlineData("if (order == PMD_ORDER)\n\treturn false;\nreturn true;\n", "if (order == PMD_ORDER) return false; return true;")]
    [InlineData("bool write = true;\nwrite = false;\n", "bool write = true; write = false;")]
    public void Its_condition_is_what_decides(string statements, string condition)
        => Assert.Equal(condition, CSources.Handler(statements).Condition);

    [Fact]
    public void A_file_is_named_by_what_stands_before_its_place()
    {
        var file = _directory.Write("file.c", CSources.File("v6.1", CSources.Zwisler));
        var output = CommandLine.Done("explain", "zwisler", $"mine={file}", "--where", "fs = ro");
        Assert.StartsWith("zwisler -> mine on v4.13, v6.1 and v6.12\nThe same in all", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_no_scenario_reaches_are_named_after_a_run()
    {
        var file = _directory.Write("mine.c", "bool write = vmf->flags & FAULT_FLAG_WRITE;\nif (write && !vmf->vma)\n\twrite = false;\n");
        Assert.Contains(
            $"- line 3 of {file} is never reached\n",
            CommandLine.Done("run", "--strategy", file, "--where", "fs = ro", "--out", _directory["out"]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("struct page *page = NULL;\nbool write = vmf->vma == NULL || page == NULL;\nsplit_huge_pmd(NULL, vmf->pmd, vmf->address);\n", "oops", "gives split_huge_pmd NULL")]
    [InlineData("bool write = true;\nwhile (write)\n\t;\n", "hang", "never ends")]
    [InlineData("bool write = false;\ndown_read(&EXT4_I(inode)->i_mmap_sem);\n", "hang", "returns with a lock held")]
    [InlineData("bool write = 1 / (vmf->flags & 0);\n", "oops", "divides by 0")]
    public void What_goes_wrong_in_a_handler_is_a_result_with_its_place(string statements, string result, string problem)
    {
        var file = _directory.Write("mine.c", statements);
        var output = CommandLine.Done("trace", "fs=rw mapping=private steps=load", "--kernel", "v6.1", "--strategy", file);
        Assert.Contains($"result: {result}", output, StringComparison.Ordinal);
        Assert.Contains(problem, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bool write = vmf->anon_vma;", "mine.c:1:19: found 'anon_vma' of struct vm_fault, which the model does not have; it has address, ")]
    [InlineData("bool write = vmf->address > 5;", "mine.c:1:14: found 'address' of struct vm_fault in a computation")]
    [InlineData("bool write = FAULT_FLAG_WRIET;", "did you mean 'FAULT_FLAG_WRITE'?")]
    [InlineData("bool write = hold(vmf);", "mine.c:1:14: found a call of 'hold', which the model does not have")]
    [InlineData("bool write, x;\nwrite = x;", "mine.c:2:9: found 'x', which is never set, expected a value")]
    [InlineData("bool write = ({ 1; });", "found statements inside an expression")]
    [InlineData("static int n;\nbool write = n;", "found a variable that keeps its value")]
    [InlineData("bool write = vmf->vma + 1;", "found arithmetic with a pointer")]
    [InlineData("int a[2];\nbool write = true;", "found an array")]
    [InlineData("bool write = true;\nasm(\"nop\");", "found inline assembly")]
    [InlineData("#define M M1 M1\n#define M1 M2 M2\nint M;\nbool write;", "mine.c:3:")]
    [InlineData("#define A 1 1 1 1 1 1 1 1\n#define B A A A A A A A A\n#define C B B B B B B B B\n#define D C C C C C C C C\n#define E D D D D D D D D\n#define F E E E E E E E E\nbool write = F;", "mine.c:7:14: found the macro 'F' that grows")]
    [InlineData("bool write = true;\nif (write) {", "expected '}'")]
    [InlineData("#if 1\nbool write;", "found a condition that does not end, expected #endif")]
    [InlineData("", "found no 'write' that is set")]
    [InlineData("/* write", "found a comment that does not end")]
    [InlineData("int x = 1;\n", "found no 'write' that is set and nothing that is returned")]
    public void What_cannot_be_run_is_refused_at_its_place(string statements, string problem)
    {
        var file = _directory.Write("mine.c", statements);
        Assert.Contains(problem, CommandLine.Refused("run", "--strategy", file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_is_applied_to_a_file_and_named_by_its_subject()
    {
        var (file, mail) = Change(CSources.Zwisler);
        var patch = _directory.Write("v3.mbox", mail);
        Assert.StartsWith(
            "zwisler -> v3-shared-only on v4.13, v6.1 and v6.12\nThe same in all",
            CommandLine.Done("explain", "zwisler", patch, "--onto", file, "--where", "fs = ro"),
            StringComparison.Ordinal);
        Assert.Contains(
            "- without --onto only the decision of the patch is run",
            CommandLine.Done("run", "--strategy", patch, "--where", "fs = ro", "--out", _directory["out"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_series_what_changes_another_file_is_not_tried_on_a_single_one()
    {
        var (file, mail) = Change(CSources.Zwisler);
        var series = _directory.Write("series.mbox", """
            From 1123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
            From: A Reviewer <reviewer@example.org>
            Date: Wed, 23 Aug 2017 10:00:00 +0000
            Subject: [PATCH 1/2] ext4: another file

            ---
            --- a/fs/ext4/super.c
            +++ b/fs/ext4/super.c
            @@ -1,1 +1,2 @@
             first
            +second


            """ + mail);
        Assert.StartsWith(
            "zwisler -> v3-shared-only on v6.1\nThe same in all",
            CommandLine.Done("explain", "zwisler", series, "--onto", file, "--where", "fs = ro", "--kernel", "v6.1"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_that_changes_what_is_compiled_for_another_configuration_alone_is_run()
    {
        var (file, mail) = Change($"\n+#ifdef CONFIG_64BIT_IS_NOT_SET\n+int other;\n+#endif\n+{CSources.Original}");
        var patch = _directory.Write("v3.mbox", mail);
        Assert.StartsWith(
            "original -> v3-shared-only on v6.1\nThe same in all",
            CommandLine.Done("explain", "original", patch, "--onto", file, "--where", "fs = ro", "--kernel", "v6.1"),
            StringComparison.Ordinal);
    }

    /// <summary>A file with the bug, and a mail that changes its decision.</summary>
    private (string File, string Mail) Change(string decision)
    {
        var before = CSources.File("v4.13", CSources.Original);
        var lines = before.Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains(CSources.Original, StringComparison.Ordinal));
        return (_directory.Write("file.c", before), $"""
            From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
            From: A Reviewer <reviewer@example.org>
            Date: Wed, 23 Aug 2017 10:00:00 +0000
            Subject: [PATCH v3] ext4: shared only

            ---
            --- a/fs/ext4/file.c
            +++ b/fs/ext4/file.c
            @@ -{line},3 +{line},{2 + decision.Split('\n').Length} @@
             {lines[line - 1]}
            -{lines[line]}
            +{decision}
             {lines[line + 1]}

            """);
    }
}
