namespace Compare.Reports;

/// <summary>Differences of tables in words, for every format.</summary>
internal static class DiffWords
{
    private const int ShownValues = 4;

    /// <summary>The counts.</summary>
    public static string Counts(TableDiff diff)
    {
        var moved = diff.Moved is { } found ? $", {Phrases.Number(found.Rows)} with another scenario" : "";
        return $"{Phrases.Number(diff.Same)} same, {Phrases.Number(diff.Changed)} changed{moved}, "
            + $"{Phrases.Number(diff.AddedRows)} new, {Phrases.Number(diff.RemovedRows)} removed.";
    }

    /// <summary>Severity and direction, then what changed.</summary>
    public static string Title(ChangedClass item) => item.Direction == DifferenceKind.Other
        ? $"{ExplainWords.Of(item.Severity)}: {item.Title}"
        : $"{ExplainWords.Of(item.Severity)} ({DifferenceTableWriter.Direction(item.Direction)}): {item.Title}";

    /// <summary>How many rows, and the values before and after, the most frequent ones.</summary>
    public static Words Values(ChangedClass item)
        => Phrases.Frequent(Phrases.Counted(item.Rows, "row"), item.Values.Select(value => (value.Values, value.Rows)), ShownValues);

    /// <summary>How many cells of each column.</summary>
    public static string Cells(ChangedClass item)
        => string.Join(", ", item.Cells.Select(cell => $"{cell.Column} {Phrases.Number(cell.Cells)}"));

    /// <summary>How far the condition can be trusted.</summary>
    public static string Proof(RowCondition condition, long rows) => !condition.IsExact
        ? $"what they have in common: it holds for {Phrases.Number(condition.Rows)} rows, of which {Phrases.Number(rows)} changed so; no short condition tells them apart"
        : condition.Expression is null ? "always"
        : $"exactly then; {Phrases.Counted(condition.Condition.Terms.Length, "term")}, {ExplainWords.Of(condition.Condition.Proof)}";

    /// <summary>The key of a row.</summary>
    public static string Key(ImmutableArray<string> key) => string.Join(", ", key);

    /// <summary>A changed cell; an empty one is shown as such.</summary>
    public static Change Cell(CellChange cell) => new(cell.Column, Shown(cell.Old), Shown(cell.New));

    /// <summary>The command that runs a witness again; null where there is no scenario.</summary>
    public static string? Command(DiffCase diff, RowWitness witness)
    {
        if (witness.Scenario is not { } scenario || witness.Kernel.Length == 0)
        {
            return null;
        }

        // An assembly may hold several strategies, so all that were named must be tried where a shipped one has another body.
        var strategies = diff.Guests.IsEmpty ? [witness.Strategy] : diff.Guests;
        return $"compare run --kernel {witness.Kernel} {string.Concat(strategies.Select(strategy => $"--strategy {strategy} "))}"
            + $"--scenario \"{ScenarioText.PrintShort(scenario)}\"";
    }

    /// <summary>Rows that one table alone has, in one line.</summary>
    /// <param name="group">The rows.</param>
    /// <param name="side"><c>new</c> or <c>removed</c>.</param>
    public static string OneSide(OneSideRows group, string side)
    {
        var count = Phrases.Counted(group.Rows, $"{side} row");
        if (group.Column.Length > 0)
        {
            return $"{group.Column} {group.Name} is {(side == "new" ? "new" : "gone")}: {count}";
        }

        var first = string.Join("; ", group.First.Select(Key));
        return $"{count}: {first}{(group.Rows > group.First.Length ? "; …" : "")}";
    }

    /// <summary>A column that one table alone has.</summary>
    public static IEnumerable<string> Columns(DiffCase diff)
    {
        if (!diff.Diff.Columns.OnlyOld.IsEmpty)
        {
            yield return $"only in {diff.OldPath}: column {string.Join(", ", diff.Diff.Columns.OnlyOld)}, not compared";
        }

        if (!diff.Diff.Columns.OnlyNew.IsEmpty)
        {
            yield return $"only in {diff.NewPath}: column {string.Join(", ", diff.Diff.Columns.OnlyNew)}, not compared";
        }
    }

    private static string Shown(string cell) => cell.Length == 0 ? "(empty)" : cell;
}
