namespace Compare.Patches;

/// <summary>Gives a hunk its lines back that lost its line breaks and tabs: the base file tells the old lines, the counts of the header
/// how many there are of each kind. What can be cut in two ways that mean different things is refused.</summary>
internal static class Unsqueezer
{
    /// <summary>Finds the lines and the one place.</summary>
    /// <param name="file">The base file.</param>
    /// <param name="bare">Its lines without white space.</param>
    /// <param name="hunk">The hunk.</param>
    /// <returns>The index of the first line, and the lines of the hunk.</returns>
    /// <exception cref="InputException">There is no way, or there are several.</exception>
    public static (int At, ImmutableArray<HunkLine> Body) Find(SourceText file, BareText bare, Hunk hunk)
    {
        var text = new SqueezedText(hunk.Squeezed!);
        var search = new CutSearch(text, new(text), bare, hunk);
        var places = Places(text, bare, hunk).ToArray();
        var fits = (from place in places.Where(place => place.Found == hunk.OldCount)
                    let pair = search.Find(place.At, place.Section)
                    where pair is not null
                    select (place.At, Pair: pair.Value, Body: Lines(text, hunk, pair.Value.First))).ToArray();
        if (fits is [])
        {
            throw NoPlace(file, bare, hunk, text, places, search);
        }

        var best = fits.MinBy(fit => fit.Pair.First.Cost);
        var result = Result(bare, hunk, best.At, best.Body);
        if (fits.FirstOrDefault(fit => Result(bare, hunk, fit.At, fit.Body) != result) is { Body.IsDefault: false } other)
        {
            throw hunk.Error($"found a hunk that fits at {file.Name}:{best.At + 1} and at {file.Name}:{other.At + 1}, expected one place");
        }

        return best.Pair.Second is { } second && second.Cost == best.Pair.First.Cost && Ambiguity(best.Body, Lines(text, hunk, second)) is { } lines
            ? throw hunk.Error($"found a hunk without line breaks that can be cut into lines in two ways, with the line {lines}, expected one way")
            : (best.At, best.Body);
    }

    /// <summary>The places of the base file, with how many of the lines there stand in the hunk in order, and the length of its heading.</summary>
    private static IEnumerable<(int At, int Found, int Section)> Places(SqueezedText text, BareText bare, Hunk hunk)
    {
        var firsts = new Dictionary<string, int>();
        var section = 0;
        for (var at = 0; at + hunk.OldCount <= bare.Count; at++)
        {
            section = at == 0 ? 0 : Math.Max(section, bare[at - 1].AsSpan().CommonPrefixLength(text.Bare));
            var (found, end) = (0, 0);
            while (found < hunk.OldCount)
            {
                var line = bare[at + found];
                var start = found > 0 ? text.Bare.IndexOf(line, end, StringComparison.Ordinal)
                    : firsts.TryGetValue(line, out var known) ? known
                    : firsts[line] = text.Bare.IndexOf(line, StringComparison.Ordinal);
                if (start < 0)
                {
                    break;
                }

                found++;
                end = start + line.Length;
            }

            yield return (at, found, section);
        }
    }

    private static ImmutableArray<HunkLine> Lines(SqueezedText text, Hunk hunk, Cut cut)
    {
        var lines = new List<HunkLine>();
        var end = text.Bare.Length;
        for (var line = cut.Line; line is not null; line = line.Before)
        {
            lines.Add(new(line.Marker, text.Slice(line.Start, line.End < 0 ? end : line.End), hunk.PatchLine + text.BreaksBefore(line.Start)));
            end = line.Marker == ' ' ? line.Start : line.Start - 1;
        }

        lines.Reverse();
        return [.. lines];
    }

    /// <summary>What the file becomes, without white space: equal for places that mean the same.</summary>
    private static string Result(BareText bare, Hunk hunk, int at, ImmutableArray<HunkLine> body)
    {
        var lines = Enumerable.Range(0, at).Select(line => bare[line])
            .Concat(body.Where(line => line.IsNew).Select(line => BareText.Bare(line.Text)))
            .Concat(Enumerable.Range(at + hunk.OldCount, bare.Count - at - hunk.OldCount).Select(line => bare[line]));
        return string.Concat(lines);
    }

    /// <summary>The first line in which two ways to cut a hunk differ; null if they give the same lines.</summary>
    private static string? Ambiguity(ImmutableArray<HunkLine> one, ImmutableArray<HunkLine> other)
        => one.Zip(other)
            .Where(pair => (pair.First.Marker, pair.First.Text) != (pair.Second.Marker, pair.Second.Text))
            .Select(pair => pair.First.Text != pair.Second.Text
                ? $"{Problem.Quote(pair.First.Text)} or {Problem.Quote(pair.Second.Text)}"
                : $"{Problem.Quote(pair.First.Marker + pair.First.Text)} or {Problem.Quote(pair.Second.Marker + pair.Second.Text)}")
            .FirstOrDefault();

    private static InputException NoPlace(
        SourceText file, BareText bare, Hunk hunk, SqueezedText text, (int At, int Found, int Section)[] places, CutSearch search)
    {
        if (IsApplied(bare, hunk))
        {
            return hunk.Error($"found a hunk that was applied before to {file.Name}");
        }

        if (places.Any(place => place.Found == hunk.OldCount))
        {
            var (place, line) = search.Farthest;
            return hunk.Error(
                $"found {Problem.Quote(text.Slice(place, text.Bare.Length))} in a hunk without line breaks that has {hunk.OldCount} old and "
                + $"{hunk.NewCount} new lines as its header says; near it {file.Name}:{line + 1} has {Problem.Quote(file.Lines[line].Text.Trim())}");
        }

        var (at, found, _) = places.DefaultIfEmpty().MaxBy(place => place.Found);
        return found == 0
            ? hunk.Error($"found a hunk without line breaks that has none of the lines of {file.Name}, or more than it")
            : hunk.Error(
                $"found a hunk without line breaks that has no {Problem.Quote(file.Lines[at + found].Text.Trim())} of {file.Name}:{at + found + 1}, "
                + $"but the {(found == 1 ? "line" : $"{found} lines")} before it, expected {hunk.OldCount} lines of the file");
    }

    /// <summary>Whether the hunk fits with its signs changed.</summary>
    private static bool IsApplied(BareText bare, Hunk hunk)
    {
        var text = new SqueezedText(Swapped(hunk.Squeezed!));
        var other = new BareText(Enumerable.Range(0, bare.Count).Select(line => Swapped(bare[line])));
        var turned = hunk with { OldCount = hunk.NewCount, NewCount = hunk.OldCount };
        var search = new CutSearch(text, new(text), other, turned);
        return Places(text, other, turned).Any(place => place.Found == turned.OldCount && search.Find(place.At, place.Section) is not null);
    }

    private static string Swapped(string line) => string.Concat(line.Select(sign => sign == '+' ? '-' : sign == '-' ? '+' : sign));
}
