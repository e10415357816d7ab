using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>Differences of tables in words, for every format.</summary>
internal static class DiffWords
{
    private const int ShownValues = 4;

    /// <summary>The counts.</summary>
    public static string Counts(TableDiff diff)
    {
        var moved = diff.Moved is { } found ? $", {Numbers.Text(found.Rows)} with another scenario" : "";
        return $"{Numbers.Text(diff.Same)} same, {Numbers.Text(diff.Changed)} changed{moved}, "
            + $"{Numbers.Text(diff.AddedRows)} new, {Numbers.Text(diff.RemovedRows)} removed.";
    }

    /// <summary>Severity and direction, then what changed.</summary>
    public static string Title(ChangedClass item) => item.Direction == DifferenceKind.Other
        ? $"{ExplainWords.Of(item.Severity)}: {item.Title}"
        : $"{ExplainWords.Of(item.Severity)} ({DifferenceWords.Direction(item.Direction)}): {item.Title}";

    /// <summary>How many rows, and the values before and after, the most frequent ones.</summary>
    public static string Values(ChangedClass item)
    {
        var count = ExplainWords.Counted(item.Rows, "row");
        if (item.Values.Length < 2)
        {
            return string.Concat(count, item.Values.Length == 0 ? "" : $": {item.Values[0].Values}");
        }

        var shown = item.Values.Take(ShownValues).Select(value => $"{value.Values} ({Numbers.Text(value.Rows)})");
        var more = item.Values.Length > ShownValues ? $", {Numbers.Text(item.Values.Length - ShownValues)} more" : "";
        return $"{count}: {string.Join(", ", shown)}{more}";
    }

    /// <summary>How many cells of each column.</summary>
    public static string Cells(ChangedClass item)
        => string.Join(", ", item.Cells.Select(cell => $"{cell.Column} {Numbers.Text(cell.Cells)}"));

    /// <summary>The condition, in the language of <c>--where</c>.</summary>
    public static string Condition(RowCondition condition) => condition.Expression is { } expression
        ? expression.ToString()
        : condition.IsExact ? "every row that both tables have" : "no condition on their columns";

    /// <summary>How far the condition can be trusted.</summary>
    public static string Proof(RowCondition condition, long rows) => !condition.IsExact
        ? $"what they have in common: it holds for {Numbers.Text(condition.Rows)} rows, of which {Numbers.Text(rows)} changed so; no short condition tells them apart"
        : condition.Expression is null ? "always"
        : $"exactly then; {ExplainWords.Counted(condition.Condition.Terms.Length, "term")}, {ExplainWords.Of(condition.Condition.Proof)}";

    /// <summary>The key of a row.</summary>
    public static string Key(ImmutableArray<string> key) => string.Join(", ", key);

    /// <summary>A changed cell; an empty one is shown as such.</summary>
    public static string Cell(CellChange cell) => $"{cell.Column} {Shown(cell.Old)} -> {Shown(cell.New)}";

    /// <summary>A cell that may be empty.</summary>
    public static string Shown(string cell) => cell.Length == 0 ? "(empty)" : cell;

    /// <summary>The command that runs a witness again; null where there is no scenario.</summary>
    public static string? Command(DiffDocument document, RowWitness witness)
    {
        if (witness.Scenario is not { } scenario || witness.Kernel.Length == 0)
        {
            return null;
        }

        // An assembly may hold several strategies, so all that were named must be tried where a shipped one has another body.
        var strategies = document.Guests.IsEmpty ? [witness.Strategy] : document.Guests;
        return $"compare run --kernel {witness.Kernel} {string.Concat(strategies.Select(strategy => $"--strategy {strategy} "))}"
            + $"--scenario \"{ScenarioText.PrintShort(scenario)}\"";
    }

    /// <summary>Rows that one table alone has, in one line.</summary>
    /// <param name="group">The rows.</param>
    /// <param name="side"><c>new</c> or <c>removed</c>.</param>
    public static string OneSide(OneSideRows group, string side)
    {
        var count = $"{Numbers.Text(group.Rows)} {side} {(group.Rows == 1 ? "row" : "rows")}";
        if (group.Column.Length > 0)
        {
            return $"{group.Column} {group.Name} is {(side == "new" ? "new" : "gone")}: {count}";
        }

        var first = string.Join("; ", group.First.Select(Key));
        return $"{count}: {first}{(group.Rows > group.First.Length ? "; …" : "")}";
    }

    /// <summary>A column that one table alone has.</summary>
    public static IEnumerable<string> Columns(DiffDocument document)
    {
        if (!document.Diff.Columns.OnlyOld.IsEmpty)
        {
            yield return $"only in {document.OldPath}: column {string.Join(", ", document.Diff.Columns.OnlyOld)}, not compared";
        }

        if (!document.Diff.Columns.OnlyNew.IsEmpty)
        {
            yield return $"only in {document.NewPath}: column {string.Join(", ", document.Diff.Columns.OnlyNew)}, not compared";
        }
    }
}
