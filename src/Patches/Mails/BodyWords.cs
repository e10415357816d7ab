using System.Text.RegularExpressions;

namespace Compare.Patches;

/// <summary>Finds the words of a patch in the text before it: fields that begin the body of a mail, and the heading of a commit.</summary>
internal static partial class BodyWords
{
    /// <summary>The most lines of a commit's heading.</summary>
    private const int LongestHeading = 12;

    /// <summary>The text after the last scissors before its patch; all of it, if there are none.</summary>
    public static PatchText AfterScissors(PatchText text)
    {
        var start = Enumerable.Range(0, text.Lines.Length).FirstOrDefault(line => DiffReader.IsStart(text, line), text.Lines.Length);
        var scissors = Enumerable.Range(0, start).LastOrDefault(line => IsScissors(text.Lines[line].Text), -1);
        return text with { Lines = text.Lines[(scissors + 1)..] };
    }

    /// <summary>The words at the beginning of a text, over those of the mail.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="outer">What the mail says.</param>
    public static PatchWords Read(IEnumerable<string> lines, PatchWords outer)
    {
        var words = outer;
        var (name, value) = ("", "");
        foreach (var line in lines.SkipWhile(string.IsNullOrWhiteSpace))
        {
            if (name.Length == 0 && value.Length == 0 && line.StartsWith("From ", StringComparison.Ordinal))
            {
                words = words.WithSeparator(line);
                continue;
            }

            if (name.Length > 0 && line is [' ' or '\t', ..] && !string.IsNullOrWhiteSpace(line))
            {
                value += line;
                continue;
            }

            words = words.WithField(name, value);
            var field = Field().Match(line);
            if (!field.Success)
            {
                return words;
            }

            (name, value) = (field.Groups[1].Value, field.Groups[2].Value);
        }

        return words.WithField(name, value);
    }

    /// <summary>Whether a commit as <c>git show</c> writes it begins at a line.</summary>
    public static bool IsCommit(ImmutableArray<PatchTextLine> lines, int at)
        => Commit().IsMatch(lines[at].Text)
            && lines.Skip(at + 1).Take(LongestHeading).Any(line => line.Text.StartsWith("Author:", StringComparison.Ordinal));

    /// <summary>The words of a commit.</summary>
    /// <param name="lines">Its lines, from the one with the hash.</param>
    public static PatchWords OfCommit(ImmutableArray<PatchTextLine> lines)
    {
        var words = PatchWords.None with { Commit = Commit().Match(lines[0].Text).Groups[1].Value };
        foreach (var line in lines.Skip(1).TakeWhile(line => line.Text.Length > 0))
        {
            words = Heading().Match(line.Text) is { Success: true } match
                ? match.Groups[1].Value.StartsWith("Author", StringComparison.Ordinal) && !match.Groups[1].Value.EndsWith("Date", StringComparison.Ordinal)
                    ? words.WithAuthor(match.Groups[2].Value)
                    : words.WithDate(match.Groups[2].Value)
                : words;
        }

        return words.WithSubject(lines.SkipWhile(line => line.Text.Length > 0).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line.Text)).Text);
    }

    /// <summary>Who is named as the writer of what is quoted.</summary>
    /// <param name="lines">The lines before it that are quoted less deep.</param>
    /// <param name="words">What else is known.</param>
    public static PatchWords Quoted(IEnumerable<string> lines, PatchWords words)
        => lines.Select(line => Attribution().Match(line)).LastOrDefault(match => match.Success) is { } match
            ? words with { Author = match.Groups[1].Value.Trim() }
            : words;

    private static bool IsScissors(string line)
        => Scissors().IsMatch(line) && line.Count(character => character == '-') >= 4;

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9-]*): *(.*)$")]
    private static partial Regex Field();

    [GeneratedRegex("^commit ([0-9a-f]{7,64})\\b")]
    private static partial Regex Commit();

    [GeneratedRegex("^(Author|AuthorDate|Date): +(.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:^|, )([^,<>]+?)(?: <[^>]*>)? (?:wrote|writes):\s*$")]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^[- ]*(?:>8|8<|>%|%<)[- ]*$|^[- ]*(?:>8|8<|>%|%<)[^+@]*(?:>8|8<|>%|%<)?[- ]*$")]
    private static partial Regex Scissors();
}
