using System.Text;

namespace Compare.Patches;

/// <summary>How a command line names a strategy by its source: <c>[NAME=]PLACE[:NAME]</c>.</summary>
/// <param name="Given">The name that it is to have; none: made of what the source says.</param>
/// <param name="Place">A file, a folder, or <c>DIR@REV</c>.</param>
/// <param name="Wanted">Which of the strategies in it; none: each.</param>
internal sealed record SourceName(string? Given, string Place, string? Wanted)
{
    private const int LongestName = 32;

    private static readonly string[] PatchEndings = [".patch", ".diff", ".mbox", ".mbx", ".eml", ".mail"];

    /// <summary>Whether the place is a mail or a patch.</summary>
    public bool IsPatch => PatchEndings.Contains(Path.GetExtension(Place), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a word.</summary>
    /// <returns>Its parts; null if it names no source.</returns>
    public static SourceName? Of(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var given = equals > 0 && IsName(word[..equals]) ? word[..equals] : null;
        var rest = given is null ? word : word[(equals + 1)..];
        var colon = rest.LastIndexOf(':');
        var wanted = colon > 0 && IsName(rest[(colon + 1)..]) && !File.Exists(rest) && IsPlace(rest[..colon]) ? rest[(colon + 1)..] : null;
        var place = wanted is null ? rest : rest[..colon];
        return IsPlace(place) ? new SourceName(given, place, wanted) : null;
    }

    /// <summary>Makes a name of some words.</summary>
    /// <param name="words">Words, with whatever stands between them.</param>
    /// <returns>Lower-case letters, digits and hyphens, cut at a word where it would be too long.</returns>
    public static string NameOf(string words)
    {
        var name = new StringBuilder();
        foreach (var letter in words.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(letter);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var text = name.ToString().Trim('-');
        if (text.Length > LongestName)
        {
            var end = text.LastIndexOf('-', LongestName);
            text = text[..(end > 0 ? end : LongestName)];
        }

        return text.Length == 0 ? "patch" : text;
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static bool IsPlace(string text)
        => text.EndsWith(".c", StringComparison.OrdinalIgnoreCase)
            || PatchEndings.Contains(Path.GetExtension(text), StringComparer.OrdinalIgnoreCase)
            || Directory.Exists(text)
            || Tree.Of(text).Revision is not null;
}
