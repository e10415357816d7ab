using System.Globalization;

namespace Compare.Reports;

/// <summary>The best predicates on some kernels, what they cost, and where strategies stand beside them.</summary>
internal static class SpaceFrontBlocks
{
    /// <summary>Blocks about fronts that have the same points, each with the places of the strategies on it.</summary>
    public static IEnumerable<Block> Of(ImmutableArray<(SpaceFront Front, ImmutableArray<SpacePlace> Places)> same)
    {
        var whole = same.MaxBy(item => item.Front.Kernels.Length);
        var names = Phrases.List(same.Select(item => item.Front.Kernels.Length == 1 ? item.Front.Kernels[0] : "all of them at once"));
        yield return new Heading(2, $"The best predicates on {names}");
        yield return new Paragraph($"Safe on {Phrases.List(whole.Front.Kernels)}: {Counted(whole.Front.Safe)}; of these, {Counted(whole.Front.Eligible)} {(whole.Front.Eligible == 1 ? "maps" : "map")} "
            + "2 MiB in each access in which any does, and only they are looked at: a start saved by mapping 4 KiB comes back 512 times.");
        if (whole.Front.Points.IsEmpty)
        {
            yield return new Paragraph(whole.Front.Eligible == 0 ? "No predicate is safe here." : $"None has a program of length {Phrases.Number(whole.Front.Searched)} or less.");
            yield break;
        }

        foreach (var (point, number) in whole.Front.Points.Select((point, i) => (point, i + 1)))
        {
            yield return new Item(
                $"length {Phrases.Number(point.Program.Length)}" + (point.Others == 0 ? ": " : $", with {Phrases.Number(point.Others)} more of this length and cost: ")
                + Words.Code(string.Join(' ', point.Program.InCSharp)),
                Number(number));
        }

        yield return new Paragraph("Length counts literals, and one for each statement that falls back. " + (whole.Front.IsWhole
            ? $"Nothing beats {Phrases.List(whole.Front.Points.Select((_, i) => Number(i + 1)))}: no shorter predicate is as cheap, and none of any length starts the journal less often than "
                + $"{Number(whole.Front.Points.Length)} in any access."
            : $"Programs longer than {Phrases.Number(whole.Front.Searched)} were not looked at; one of them may be cheaper."));
        yield return Costs(whole.Front, whole.Places);
        yield return new Heading(3, "Where the strategies stand");
        yield return Stand(same);
    }

    /// <summary>How a point of the front is called.</summary>
    public static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"({number})");

    private static string Counted(long tables) => Phrases.Counted(tables, "table");

    /// <summary>Journal starts of accesses, of those in which any two differ.</summary>
    private static Table Costs(SpaceFront front, ImmutableArray<SpacePlace> places)
    {
        var known = places.Where(place => place.Table is not null).ToArray();
        ImmutableArray<ImmutableArray<int?>> columns = [.. front.Points.Select(point => point.Starts), .. known.Select(place => place.Starts)];
        var table = new Table(["journal starts of one access", "kernel", .. front.Points.Select((_, i) => Number(i + 1)), .. known.Select(place => place.Strategy)], Texts: 2, Keys: 2);
        for (var pattern = 0; pattern < AccessPattern.All.Length; pattern++)
        {
            var kernels = front.Kernels
                .Select((kernel, k) => (Kernel: kernel, Cells: columns.Select(starts => starts[(k * AccessPattern.All.Length) + pattern] is { } count ? Phrases.Number(count) : "-").ToArray()))
                .GroupBy(item => string.Join(' ', item.Cells))
                .Where(group => group.First().Cells.Distinct().Count() > 1)
                .ToArray();
            foreach (var group in kernels)
            {
                var names = group.Count() == front.Kernels.Length ? "each" : string.Join(", ", group.Select(item => item.Kernel));
                table.Add([AccessPattern.All[pattern].Name, names, .. group.First().Cells.Select(cell => (Words)cell)]);
            }
        }

        return table;
    }

    private static Table Stand(ImmutableArray<(SpaceFront Front, ImmutableArray<SpacePlace> Places)> same)
    {
        var table = new Table(["strategy", "on", "length", "stands"], Texts: 4, Keys: 2);
        for (var strategy = 0; strategy < same[0].Places.Length; strategy++)
        {
            var rows = same
                .Select(item => (On: item.Front.Kernels.Length == 1 ? item.Front.Kernels[0] : "all", Place: item.Places[strategy], Text: Standing(item.Front, item.Places[strategy])))
                .GroupBy(item => item.Text)
                .ToArray();
            foreach (var group in rows)
            {
                table.Add(
                    group.First().Place.Strategy,
                    group.Count() == same.Length ? "each" : string.Join(", ", group.Select(item => item.On)),
                    group.First().Place.Program is { } program ? Phrases.Number(program.Length) : "-",
                    group.Key);
            }
        }

        return table;
    }

    private static string Standing(SpaceFront front, SpacePlace place)
    {
        if (place.Table is null)
        {
            return "no predicate of this shape: compare list strategies shows what it answers";
        }

        var prefix = place.FirstUnlike is { } first
            ? $"does more than its table says in {Phrases.Counted(place.Unlike.Sum(), "scenario")}, as in {first.Id}; its table "
            : "";
        if (!place.Breaks.IsEmpty)
        {
            return $"{prefix}breaks {string.Join(", ", place.Breaks.Select(rule => rule.Id))}";
        }

        if (!place.MapsLargest)
        {
            return $"{prefix}is safe and maps 4 KiB in some access in which another one maps 2 MiB";
        }

        if (place.Nearest is not { } nearest)
        {
            return $"{prefix}is safe; no predicate looked at beats it";
        }

        var (number, shorter) = (Number(front.Points.IndexOf(nearest) + 1), (place.Program?.Length ?? int.MaxValue) - nearest.Program.Length);
        var cheaper = nearest.Starts.Zip(place.Starts, (left, right) => left != right).Count(differs => differs);
        return prefix + (shorter == 0 && cheaper == 0
            ? $"is on the front: {number}"
            : $"is beaten by {number}, which {(cheaper == 0 ? "is as cheap" : $"starts the journal less often in {Phrases.Of(cheaper, place.Starts.Length)} accesses")}"
                + (shorter == 0 ? "" : place.Program is null ? " and shorter" : $" and shorter by {Phrases.Number(shorter)}"));
    }
}
