using System.Globalization;
using System.Text.RegularExpressions;

namespace Compare.Patches;

/// <summary>The header of a hunk: <c>@@ -259,7 +259,18 @@ heading</c>.</summary>
/// <param name="OldStart">The line before the patch.</param>
/// <param name="OldCount">The number of lines before the patch.</param>
/// <param name="NewStart">The line after the patch.</param>
/// <param name="NewCount">The number of lines after the patch.</param>
/// <param name="Start">Where the header begins in its line.</param>
/// <param name="End">Where its second <c>@@</c> ends.</param>
internal readonly partial record struct HunkHeader(int OldStart, int OldCount, int NewStart, int NewCount, int Start, int End)
{
    /// <summary>Whether a header stands anywhere in a line.</summary>
    public static bool IsIn(string line) => Pattern().IsMatch(line);

    /// <summary>Finds the next header in a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="from">Where to begin.</param>
    /// <returns>The header; null if there is none.</returns>
    public static HunkHeader? Find(string line, int from = 0)
    {
        var match = Pattern().Match(line, from);
        return match.Success
            ? new(Number(match, 1, 0), Number(match, 2, 1), Number(match, 3, 0), Number(match, 4, 1), match.Index, match.Index + match.Length)
            : null;
    }

    private static int Number(Match match, int group, int otherwise)
        => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"@@ -([0-9]{1,8})(?:,([0-9]{1,8}))? \+([0-9]{1,8})(?:,([0-9]{1,8}))? @@")]
    private static partial Regex Pattern();
}
