namespace Compare.Patches;

/// <summary>Finds the one place of a file at which a hunk fits.</summary>
internal static class HunkPlace
{
    /// <summary>The lines among which a near one is looked for are at most so long and so many.</summary>
    private const int NearLength = 120, NearLines = 20_000;

    /// <summary>Finds the place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bare">Its lines without white space.</param>
    /// <param name="hunk">The hunk.</param>
    /// <returns>The index of the first line, and the lines of the hunk.</returns>
    /// <exception cref="InputException">There is none, or more than one.</exception>
    public static (int At, ImmutableArray<HunkLine> Body) Find(SourceText file, BareText bare, Hunk hunk)
    {
        if (hunk.OldCount == 0 && file.Lines.Length > 0)
        {
            throw hunk.Error($"found a hunk without a context line, expected at least one by which to find its place in {file.Name}");
        }

        return hunk.Squeezed is null ? (hunk.OldCount == 0 ? 0 : FindPlain(file, bare, hunk), hunk.Lines) : Unsqueezer.Find(file, bare, hunk);
    }

    private static int FindPlain(SourceText file, BareText bare, Hunk hunk)
    {
        HunkLine[] old = [.. hunk.Lines.Where(line => line.IsOld)];
        var fit = bare.Find(new(old.Select(line => line.Text)));
        return fit.At switch
        {
            [var at] => at,
            [var first, var second, ..] => throw hunk.Error(
                $"found a hunk that fits at {file.Name}:{first + 1} and at {file.Name}:{second + 1}{(fit.At.Length > 2 ? $" and at {fit.At.Length - 2} more" : "")}, expected one place"),
            _ => throw NoPlace(file, bare, hunk, old, fit),
        };
    }

    private static InputException NoPlace(SourceText file, BareText bare, Hunk hunk, HunkLine[] old, BlockFit fit)
    {
        if (hunk.NewCount > 0 && bare.Find(new(hunk.Lines.Where(line => line.IsNew).Select(line => line.Text))).At is [var there, ..])
        {
            return hunk.Error($"found a hunk that was applied before: its result stands at {file.Name}:{there + 1}");
        }

        var line = old[fit.Longest];
        var after = fit.Longest == 0 ? "" : $" after line {fit.LongestEnd}";
        return new(
            new InputLocation(hunk.PatchFile, line.PatchLine),
            $"found {Problem.Quote(line.Text.Trim())} in the hunk of line {hunk.PatchLine}, which {file.Name} does not have{after}{Near(file, line.Text)}");
    }

    private static string Near(SourceText file, string text)
    {
        if (text.Length > NearLength || string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var candidates = file.Lines.Select(line => line.Text).Where(line => line.Length <= NearLength && !string.IsNullOrWhiteSpace(line)).Take(NearLines);
        return NearName.Find(text, candidates) is { } near
            ? $"; near is line {file.Lines.Select(line => line.Text).ToList().IndexOf(near) + 1}: {Problem.Quote(near.Trim())}"
            : "";
    }
}
