namespace Compare.Reports;

/// <summary>What <c>diff</c> says: counts, then what differs, worst first.</summary>
public static class DiffReport
{
    private static readonly Layout Layout = new(Margin: 3, Labels: 10);

    /// <summary>Makes the report.</summary>
    /// <param name="compared">What there is to say.</param>
    public static Document Of(DiffCase compared) => new(
        [
            new Heading(2, Words.Code(compared.OldPath) + " -> " + Words.Code(compared.NewPath)),
            Lines([DiffWords.Counts(compared.Diff), .. DiffWords.Columns(compared)]),
            .. compared.Diff.Moved is { } moved ? Moved(compared, moved) : [],
            .. compared.Diff.Classes.SelectMany((item, i) => Class(compared, item, i + 1)),
            .. OneSide(compared),
        ],
        Layout);

    private static Paragraph Lines(IEnumerable<string> lines) => new(Words.Join(Words.HardBreak, lines.Select(line => (Words)line)));

    private static IEnumerable<Block> Moved(DiffCase compared, MovedScenarios moved) =>
    [
        new Heading(3, $"The same id with another scenario: {Phrases.Counted(moved.Rows, "row")}, by {string.Join(", ", moved.Columns)}"),
        new Item("their outcomes are not compared"),
        .. moved.First.Select(row => new Item(
            $"{DiffWords.Key(row.Key)}: {string.Join("; ", row.Cells.Select(DiffWords.Cell).Select(cell => $"{cell.Name} {cell.Left} -> {cell.Right}"))}")),
        .. moved.Rows > moved.First.Length ? (Block[])[new Item("…")] : [],
        new Item(compared.Causes.OfScenarios(), "cause:"),
    ];

    private static IEnumerable<Block> Class(DiffCase compared, ChangedClass item, int number)
    {
        yield return new Heading(3, $"{number}. {DiffWords.Title(item)}");
        yield return new Item(DiffWords.Values(item));
        yield return new Item(DiffWords.Cells(item), "cells:");
        if (item.Condition is { } condition)
        {
            var always = condition.IsExact ? "every row that both tables have" : "no condition on their columns";
            yield return new When(condition.Expression, always, "when:", DiffWords.Proof(condition, item.Rows));
        }

        yield return new Item(compared.Causes.Of(item), "cause:");
        yield return new Item(Words.Code(DiffWords.Key(item.Witness.Key)), "smallest:");
        yield return new Changes(["column", "old", "new"], [.. item.Witness.Cells.Select(DiffWords.Cell)]);
        if (DiffWords.Command(compared, item.Witness) is { } command)
        {
            yield return new Code(command, "again:");
        }
    }

    private static IEnumerable<Block> OneSide(DiffCase compared)
    {
        var lines = compared.Diff.Added.Select(group => Line(group, "new"))
            .Concat(compared.Diff.Removed.Select(group => Line(group, "removed")))
            .ToArray();
        return lines.Length == 0 ? [] : [Lines(lines)];

        string Line(OneSideRows group, string side)
        {
            var line = DiffWords.OneSide(group, side);
            return group.Column.Length > 0 ? line : $"{line} (cause: {compared.Causes.OfScenarios()})";
        }
    }
}

/// <summary>What <c>diff</c> has to say.</summary>
/// <param name="OldPath">The old table, as it was named.</param>
/// <param name="NewPath">The new table.</param>
/// <param name="Diff">How they differ.</param>
/// <param name="Causes">What made them differ.</param>
/// <param name="Guests">The words that a command line needs for strategies that are not shipped; none: they are named as they are.</param>
public sealed record DiffCase(string OldPath, string NewPath, TableDiff Diff, ChangeCauses Causes, ImmutableArray<string> Guests);
