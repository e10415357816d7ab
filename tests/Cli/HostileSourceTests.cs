using System.Text;

namespace Compare.Tests.Cli;

/// <summary>Sources that are broken or mean harm: one message with its place, or a result that says what went wrong; never a stack trace.</summary>
public sealed class HostileSourceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static string Handler { get; } = CSources.File("v4.13", CSources.Original);

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string, string> Refused => new()
    {
        { "macro that calls itself", "#define M(x) M(x) + M2(x)\n#define M2(x) M(x) M(x)\nbool write = M(1);", "mine.c:3:" },
        { "macros that call each other", "#define A B B\n#define B A A\nbool write = A;", "mine.c:3:" },
        { "macros that double", Doubling(), "mine.c:41:14: found the macro" },
        { "long line", $"bool write = {new string('1', 10_000_000)};", "mine.c: found more than 8000000 bytes" },
        { "long line of a file that is not too long", $"bool write = {new string('1', 1_000_000)};", "mine.c:1: found a line of 1000014 characters" },
        { "parentheses", $"bool write = {new string('(', 4_000)}1{new string(')', 4_000)};", "mine.c:1:" },
        { "braces", $"bool write = true;\n{new string('{', 5_000)}{new string('}', 4_000)}", "mine.c:2:" },
        { "unary operators", $"bool write = {new string('!', 5_000)}1;", "mine.c:1:" },
        { "pointers to pointers", $"bool write = {new string('*', 5_000)}vmf;", "mine.c:1:" },
        { "conditions in conditions", $"bool write = {string.Concat(Enumerable.Repeat("1 ? ", 2_000))}1{string.Concat(Enumerable.Repeat(" : 1", 2_000))};", "mine.c:1:" },
        { "assignments", $"bool write = false;\nwrite {string.Concat(Enumerable.Repeat("= write ", 1_200))};", "mine.c:2:" },
        { "else if", $"bool write = true;\n{string.Concat(Enumerable.Repeat("if (write) write = 0; else\n", 5_000))};", "mine.c:" },
        { "missing brace", "bool write = true;\nif (write) {\n", "expected '}'" },
        { "missing brace of a file", Handler.Replace("if (write) {", "if (write)", StringComparison.Ordinal), "mine.c:" },
        { "missing parenthesis", "bool write = (true;", "mine.c:1:19: found ';', expected ')'" },
        { "text that does not end", "bool write = \"true;\nwrite = 1;", "mine.c:1:14: found" },
        { "comment that does not end", "bool write = true; /* and", "mine.c:1:20: found a comment that does not end" },
        { "NUL", "bool write\0 = true;", "mine.c:1:11: found the control character" },
        { "binary file", "\u007FELF\u0002\u0001\u0001\0\0", "mine.c:1:" },
        { "empty file", "", "mine.c: found no 'write' that is set" },
        { "condition without an end", "#if 1\nbool write = true;", "mine.c:1:" },
        { "end without a condition", "bool write = true;\n#endif", "mine.c:2:" },
        { "includes alone", "#include <linux/fs.h>\n#include \"ext4.h\"\n", "mine.c: found no 'write' that is set" },
        { "two handlers", Handler + Handler.Replace("dax_", "pmem_", StringComparison.Ordinal).Replace("pmem_iomap", "dax_iomap", StringComparison.Ordinal), "found a second handler" },
        { "shift by 64", "bool write = 1UL << 64;", "mine.c:1:18: found a shift of unsigned long by 64 bits" },
        { "error", "#error no\nbool write = true;", "mine.c:1:" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_source_that_cannot_be_read_is_refused_at_its_place(string kind, string text, string problem)
    {
        Assert.NotEmpty(kind);
        Assert.Contains(problem, Refuse("--strategy", _directory.Write("mine.c", text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bool write = true;\nfor (;;)\n\t;", "hang", "never ends")]
    [InlineData("bool write = true;\nagain:\nif (write)\n\tgoto again;", "hang", "never ends")]
    [InlineData("bool write = vmf->flags / (vmf->flags & 0);", "oops", "mine.c:1:25: divides by 0")]
    [InlineData("int zero = 0;\nbool write = vmf->flags % zero;", "oops", "mine.c:2:25: divides by 0")]
    public void What_only_goes_wrong_while_it_runs_is_a_result(string statements, string result, string problem)
        => AssertResult(_directory.Write("mine.c", statements), result, problem);

    [Fact]
    public void A_function_that_calls_itself_for_ever_is_a_result()
        => AssertResult(
            _directory.Write("mine.c", "static bool ask(int x)\n{\n\treturn ask(x) + 1;\n}\n" + CSources.File("v4.13", "bool write = ask(1);")), "oops", "calls itself too often");

    [Fact]
    public void A_directory_is_no_source()
    {
        Directory.CreateDirectory(_directory["mine.c"]);
        Directory.CreateDirectory(_directory["mine.mbox"]);
        Assert.Contains("mine.c", Refuse("--strategy", _directory["mine.c"]), StringComparison.Ordinal);
        Assert.Contains("mine.mbox", Refuse("--strategy", _directory["mine.mbox"]), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Patches => new()
    {
        { "empty", "", "mine.mbox: found an empty file" },
        { "mail without a patch", "From: a <a@example.org>\nSubject: hello\n\nText.\n", "mine.mbox: found" },
        { "no hunk in the handler", Patch("@@ -1,2 +1,2 @@\n #include <linux/fs.h>\n-#include \"ext4.h\"\n+#include \"ext5.h\"\n"), "found no change of the fault handler" },
        { "fits twice", Patch("@@ -1,1 +1,2 @@\n                 if (write)\n+\t\t;\n".Replace("                 if", " if", StringComparison.Ordinal)), "mine.mbox:3: found a hunk that fits at" },
        { "fits nowhere", Patch("@@ -1,1 +1,1 @@\n-bool wrote;\n+bool write;\n"), "mine.mbox:4: found 'bool wrote;' in the hunk of line 3" },
        { "applied before", Patch($"@@ -1,1 +1,1 @@\n-bool wrote;\n+{CSources.Original}\n"), "mine.mbox:3: found a hunk that was applied before" },
        { "counts too high", Patch($"@@ -1,3 +1,9 @@\n-{CSources.Original}\n+{CSources.Zwisler}\n"), "mine.mbox:" },
        { "counts too low", Patch($"@@ -1,1 +1,1 @@\n-{CSources.Original}\n+{CSources.Zwisler}\n+int x;\n"), "mine.mbox:" },
        { "counts beyond numbers", Patch($"@@ -1,99999999999999999999 +1,1 @@\n-{CSources.Original}\n"), "mine.mbox" },
        { "no handler after it", Patch("@@ -1,1 +1,1 @@\n-#ifdef CONFIG_FS_DAX\n+#ifdef CONFIG_NOT_SET\n"), "found no function that reaches dax_iomap_fault" },
    };

    [Theory]
    [MemberData(nameof(Patches))]
    public void A_patch_that_cannot_be_applied_is_refused_at_its_place(string kind, string text, string problem)
    {
        Assert.NotEmpty(kind);
        Assert.Contains(
            problem,
            Refuse("--strategy", _directory.Write("mine.mbox", text), "--onto", _directory.Write("file.c", Handler)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_to_a_file_that_a_tree_does_not_have_is_refused()
    {
        Directory.CreateDirectory(_directory["tree"]);
        var patch = _directory.Write("mine.mbox", Patch($"@@ -1,1 +1,1 @@\n-{CSources.Original}\n+{CSources.Zwisler}\n"));
        Assert.Contains("fs/ext4/file.c: no such file", Refuse("--strategy", patch, "--onto", _directory["tree"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hunk_without_line_breaks_needs_the_file_that_it_changes()
        => Assert.Contains("squeezed.txt:1", Refuse("--strategy", _directory.Write("squeezed.txt.mbox", File.ReadAllBytes(MailForms.File("squeezed.txt")))).Replace(".mbox", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_blank_line_that_may_stand_or_be_removed_is_two_ways_to_cut_a_hunk()
    {
        var file = _directory.Write("file.c", File.ReadAllText(MailForms.File("base.c")).Replace("\tbool modify", "\n\tbool modify", StringComparison.Ordinal));
        var patch = _directory.Write("squeezed.mbox", File.ReadAllBytes(MailForms.File("squeezed.txt")));
        Assert.Contains(
            "squeezed.mbox:1: found a hunk without line breaks that can be cut into lines in two ways, with the line ' ' or '-', expected one way",
            Refuse("--strategy", patch, "--onto", file),
            StringComparison.Ordinal);
    }

    private static string Doubling()
    {
        var text = new StringBuilder("#define M0 1\n");
        for (var i = 1; i < 40; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"#define M{i} M{i - 1} + M{i - 1}\n");
        }

        return text.Append("bool write = M39;\n").ToString();
    }

    private static string Patch(string hunk) => $"--- a/fs/ext4/file.c\n+++ b/fs/ext4/file.c\n{hunk}";

    private static string Refuse(params string[] words) => CommandLine.Refused(["run", .. words, "--where", "fs = ro and mapping = shared"]);

    private static void AssertResult(string file, string result, string problem)
    {
        var output = CommandLine.Done("trace", "fs=rw mapping=shared steps=store", "--kernel", "v6.1", "--strategy", file);
        Assert.Contains($"result: {result}", output, StringComparison.Ordinal);
        Assert.Contains(problem, output, StringComparison.Ordinal);
    }
}
