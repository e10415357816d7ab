using Compare.Cli;
using Compare.Recording;
using Compare.Scenarios;
using Compare.Tests.Cli;

namespace Compare.Tests;

public sealed class RecordCommandTests
{
    [Fact]
    public void Missing_tools_are_one_message_with_their_packages()
    {
        var problem = Assert.Throws<InputException>(() => Tool.Require(new("no-such-tool", "one"), new("no-other", "two"), Tool.Dotnet));
        Assert.Equal("found no no-such-tool, no no-other, which recording needs; expected them in PATH: apt-get install one two", problem.Message);
    }

    [Theory]
    [InlineData("--jobs", "0", "--jobs: found '0', expected a number from 1 to 64")]
    [InlineData("--timeout", "soon", "--timeout: found 'soon', expected a number from 1 to 3600")]
    public void A_bad_number_is_refused(string option, string text, string message) => Assert.Contains(message, Record(option, text), StringComparison.Ordinal);

    [Fact]
    public void A_table_that_exists_is_not_replaced()
    {
        using var directory = new TemporaryDirectory();
        var table = directory.Write("t.csv", "kept");
        Assert.Contains("found a file, expected none; --resume keeps its rows", Record("--out", table), StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(table));
    }

    [Fact]
    public void A_table_of_another_strategy_is_not_gone_on_with()
    {
        using var directory = new TemporaryDirectory();
        CommandLine.Done("run", "--scenario", "id=a steps=load", "--kernel", "v6.1", "--strategy", "v2", "--out", directory["."]);
        var table = directory["t.csv"];
        File.Move(directory["outcomes.csv"], table);
        File.Delete(directory["run.json"]);
        Assert.Contains("found rows of strategy 'v2', expected those of 'zwisler' alone", Record("--out", table, "--resume"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_kernel_is_refused()
    {
        var problem = Assert.Throws<InputException>(() => KernelImage.Of("no-kernel", new PackageCache("."), null));
        Assert.StartsWith("found no kernel 'no-kernel', expected a .deb file", problem.Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => KernelImage.Of("debian:six", new PackageCache("."), null));
        using var empty = new TemporaryDirectory();
        Assert.Throws<InputException>(() => KernelImage.Of(Path.GetDirectoryName(empty["x"])!, new PackageCache("."), null));
    }

    [Fact]
    public void A_kernel_without_its_source_is_not_built_with_another_predicate()
    {
        using var folder = new TemporaryDirectory();
        var problem = Assert.Throws<InputException>(() => KernelImage.Of(folder["."], new PackageCache("."), _ => { }));
        Assert.EndsWith("expected a .deb file, debian:6.1 or debian:6.12, of which the source is known", problem.Message, StringComparison.Ordinal);
        var image = Assert.Throws<InputException>(() => new ModuleBuild(new PackageCache(".")).Build("kernel.deb", _ => { }));
        Assert.Contains("expected linux-image-RELEASE_VERSION_amd64.deb, whose source is known", image.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--strategy v3", "--strategy: found 'v3', expected one of original, v2, zwisler; did you mean 'v2'?, or FILE.c")]
    [InlineData("--strategy no.c", "no.c: no such file")]
    [InlineData("--patch no.patch", "no.patch")]
    [InlineData("--patch x.patch --strategy v2", "--patch: found --strategy v2 too, expected one of them")]
    public void What_cannot_be_built_is_refused(string words, string message) => Assert.Contains(message, Record(words.Split(' ')), StringComparison.Ordinal);

    private static string Record(params string[] words)
    {
        using var error = new StringWriter();
        string[] output = words[0] == "--out" ? [] : ["--out", "/nowhere/t.csv"];
        var code = CompareProgram.Run(["record", "no-kernel", "--scenarios", "standard", .. output, .. words], new Terminal(TextWriter.Null, error, false, false, 100));
        Assert.Equal(2, code);
        return error.ToString();
    }
}
