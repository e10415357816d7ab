using Compare.Patches;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>Hunks that lost their line breaks and tabs get them back, or are refused.</summary>
public sealed class SqueezedHunkTests
{
    private static readonly string[] Sum = ["int sum(int a, int b)", "{", "\tint c;", "", "\treturn c;", "}"];

    [Theory]
    [InlineData("squeezed.txt")]
    [InlineData("squeezed-blanks.txt")]
    [InlineData("squeezed.eml")]
    [InlineData("glued.txt")]
    public void A_mail_without_line_breaks_gives_the_same_file(string name)
    {
        var patch = Assert.Single(PatchReader.Read(MailForms.File(name)));
        var applied = Applier.Apply(MailForms.Source("base.c"), Assert.Single(patch.Files));
        Assert.Equal(MailForms.Texts(MailForms.Source("patched.c"), bare: true), MailForms.Texts(applied, bare: true));
        Assert.Equal(
            MailForms.Source("patched.c").Lines.Length - 14,
            applied.Lines.Where(line => !line.IsAdded).Count(line => MailForms.Source("base.c").Lines.Any(known => known.Text == line.Text)));
    }

    [Fact]
    public void The_words_of_a_squeezed_mail_are_its_header()
    {
        var mail = Assert.Single(PatchReader.Read(MailForms.File("squeezed.eml")));
        Assert.Equal((MailForms.Subject, "RFC v2 1/3", new DateOnly(2017, 7, 5)), (mail.Subject, mail.Tag, mail.Date));
    }

    [Theory]
    [InlineData("@@ -1,6 +1,6 @@ int sum(int a, int b) { -int c; +int c = a + b;  return c; }", "int c = a + b;")]
    [InlineData("@@ -3,2 +3,4 @@ int sum(int a, int b) int c;  +c = a + b; +c++;", "c = a + b;|c++;")]
    [InlineData("@@ -3,3 +3,5 @@ int c;  +if (a + 1 > b) + c += a; return c;", "if (a + 1 > b)|c += a;")]
    [InlineData("@@ -3,3 +3,6 @@ int c;  +if (a) +c = 1 + a; +else return c;", "if (a)|c = 1 + a;|else")]
    [InlineData("@@ -3,3 +3,6 @@ int c;  +#ifdef CONFIG_SUM +c = a + b; +#endif return c;", "#ifdef CONFIG_SUM|c = a + b;|#endif")]
    [InlineData("@@ -3,3 +3,7 @@ int c;  +/* a + b, + + * which is the sum + b */ +c = a + + b; return c;", null)]
    public void Signs_are_told_from_markers(string hunk, string? added)
    {
        var applied = Apply(hunk, Sum);
        if (added is not null)
        {
            Assert.Equal(added.Split('|'), applied.Lines.Where(line => line.IsAdded).Select(line => line.Text));
        }
    }

    [Theory]
    [InlineData("@@ -3,3 +3,5 @@ int c;  +A(a) +B(b) +C(c) return c;", "in two ways")]
    [InlineData("@@ -3,3 +3,9 @@ int c;  +c = 1; return c;", "3 old and 9 new lines")]
    [InlineData("@@ -3,3 +3,3 @@ int c;  +c = 1; return c;", "3 old and 3 new lines")]
    [InlineData("@@ -3,3 +3,4 @@ int d;  +c = 1; return c;", "has no '}' of file.c:6, but the 2 lines before it")]
    [InlineData("@@ -3,2 +3,3 @@ int y; +c = 1; return y;", "has no 'return c;' of file.c:5, but the line before it")]
    [InlineData("@@ -3,3 +3,2 @@ -int b; int c;  return c;", "was applied before")]
    public void What_is_not_certain_is_refused(string hunk, string problem)
    {
        var message = Assert.Throws<InputException>(() => Apply(hunk, Sum)).Message;
        Assert.True(message.Contains("patch.txt:1: ", StringComparison.Ordinal) && message.Contains(problem, StringComparison.Ordinal), message);
    }

    [Fact]
    public void Two_places_are_refused()
    {
        var message = Assert.Throws<InputException>(() => Apply("@@ -3,1 +3,2 @@ int c; +c = 1;", [.. Sum, .. Sum[..3]])).Message;
        Assert.True(message.Contains("fits at file.c:4 and at file.c:9, expected one place", StringComparison.Ordinal), message);
    }

    private static SourceText Apply(string hunk, string[] lines)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Write("patch.txt", $"--- a/file.c +++ b/file.c {hunk}\n");
        return Applier.Apply(MailForms.Of(lines), Assert.Single(Assert.Single(PatchReader.Read(path)).Files));
    }
}
