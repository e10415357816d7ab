using Xunit.Sdk;

namespace Compare.Tests;

public sealed class GoldenCheckTests : IDisposable
{
    private const string Kept = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";

    private readonly TemporaryDirectory _directory = new();

    private string Root => _directory[""];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_equal_text_passes_and_takes_away_what_was_received_before()
    {
        _directory.Write("a.txt", Kept);
        _directory.Write("a.txt.received", "older");
        Golden.Check(Root, "a.txt", Kept);
        Assert.Equal(["a.txt"], _directory.Names);
    }

    [Fact]
    public void A_different_text_is_shown_with_its_surroundings_and_the_command_that_accepts_it()
    {
        _directory.Write("a.txt", Kept);
        var text = Kept.Replace("two", "2", StringComparison.Ordinal);
        var message = Assert.ThrowsAny<XunitException>(() => Golden.Check(Root, "a.txt", text)).Message;
        Assert.Contains("\n  one\n- two\n+ 2\n  three\n  four\n  five\n  ...\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("seven", message, StringComparison.Ordinal);
        Assert.Contains("\n  mv a.txt.received a.txt\n", message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_directory["a.txt.received"]));
        Assert.Equal(Kept, File.ReadAllText(_directory["a.txt"]));
    }

    [Fact]
    public void A_text_with_other_line_ends_is_different()
    {
        _directory.Write("a.txt", Kept);
        var text = Kept.Replace("\n", "\r\n", StringComparison.Ordinal);
        var message = Assert.ThrowsAny<XunitException>(() => Golden.Check(Root, "a.txt", text)).Message;
        Assert.Contains("only line ends differ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_fails_and_is_not_made()
    {
        var message = Assert.ThrowsAny<XunitException>(() => Golden.Check(Root, "a.txt", Kept)).Message;
        Assert.Contains("a.txt does not exist.", message, StringComparison.Ordinal);
        Assert.Contains("\n  mv a.txt.received a.txt\n", message, StringComparison.Ordinal);
        Assert.Equal(["a.txt.received"], _directory.Names);
    }
}
