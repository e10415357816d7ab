using System.Text.RegularExpressions;

namespace Compare.Patches;

/// <summary>The lines before the hunks of a file.</summary>
internal static partial class DiffHeader
{
    private const string None = "/dev/null";

    /// <summary>Whether the two lines stand at an index that name a file before and after: <c>--- a/FILE</c> and <c>+++ b/FILE</c>.</summary>
    public static bool IsPair(PatchText text, int at)
        => at + 1 < text.Lines.Length
            && text.Lines[at] is { IsOwn: true, Text: ['-', '-', '-', ' ', ..] }
            && text.Lines[at + 1] is { IsOwn: true, Text: ['+', '+', '+', ' ', ..] };

    /// <summary>The path that such two lines name.</summary>
    public static string PathOfPair(PatchText text, int at) => Path(Side(text.Lines[at].Text), Side(text.Lines[at + 1].Text));

    /// <summary>The path of <c>diff --git a/FILE b/FILE</c>.</summary>
    /// <returns>The path; null if the line is none of these.</returns>
    public static string? PathOfGit(string line)
        => Git().Match(line) is { Success: true } match ? Path(match.Groups[1].Value, match.Groups[2].Value) : null;

    /// <summary>The pair of a text that lost its line breaks: the last before a place of a line.</summary>
    /// <returns>The path; null if there is none.</returns>
    public static string? SqueezedPath(string line, int from, int to)
        => SqueezedPair().Matches(line[from..to]) is [.., var match] ? Path(match.Groups[1].Value, match.Groups[2].Value) : null;

    /// <summary>Where in a line that lost its line breaks the next file begins.</summary>
    /// <returns>The index; the length of the line if there is no further one.</returns>
    public static int NextFile(string line, int from)
        => SqueezedFile().Match(line, from) is { Success: true } match ? match.Index : line.Length;

    private static string Side(string line) => line[4..].Split('\t')[0].Trim().Trim('"');

    /// <summary>What tools set before a path differs between the two sides; the path itself does not.</summary>
    private static string Path(string old, string @new)
    {
        if (old == None || @new == None)
        {
            var one = @new == None ? old : @new;
            return one is ['a' or 'b', '/', ..] ? one[2..] : one;
        }

        var (oldEnd, newEnd) = (old.IndexOf('/', StringComparison.Ordinal), @new.IndexOf('/', StringComparison.Ordinal));
        var isRoot = old is ['a', '/', ..] && @new is ['b', '/', ..];
        var isTree = oldEnd > 0 && newEnd > 0 && old != @new && old[oldEnd..] == @new[newEnd..];
        return isRoot || isTree ? @new[(newEnd + 1)..] : @new;
    }

    [GeneratedRegex("^diff --git \"?([^ \"]+)\"? \"?([^ \"]+)\"?\\s*$")]
    private static partial Regex Git();

    [GeneratedRegex(@"--- (\S+?)\s*\+\+\+ (\S+?)(?=\s|@@|$)")]
    private static partial Regex SqueezedPair();

    [GeneratedRegex(@"diff --git \S+ \S|--- \S+?\s*\+\+\+ \S+?(?=\s|@@|$)")]
    private static partial Regex SqueezedFile();
}
