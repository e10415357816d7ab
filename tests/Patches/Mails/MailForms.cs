using Compare.Patches;

namespace Compare.Tests;

/// <summary>The mails of <c>tests/Mail</c>, all of one patch of our own.</summary>
internal static class MailForms
{
    /// <summary>The subject of the patch.</summary>
    public const string Subject = "ext4: leave the journal alone where a copy is made";

    /// <summary>A file there.</summary>
    public static string File(string name) => RepositoryRoot.File($"tests/Mail/{name}");

    /// <summary>The file that all of them patch, or what it must become.</summary>
    public static SourceText Source(string name) => SourceText.Read(File(name)) with { Name = "file.c" };

    /// <summary>The text of a file, line by line, with or without its white space.</summary>
    public static IEnumerable<string> Texts(SourceText source, bool bare = false)
        => source.Lines.Select(line => bare ? BareText.Bare(line.Text) : line.Text);

    /// <summary>A file of some lines.</summary>
    public static SourceText Of(params string[] lines) => SourceText.Of("file.c", string.Concat(lines.Select(line => $"{line}\n")));
}
