using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>diff</c> prints: counts, then what differs, worst first.</summary>
public static class DiffReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="document">What there is to say.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(DiffDocument document, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(screen);
        var diff = document.Diff;
        screen.Heading($"{document.OldPath} -> {document.NewPath}");
        screen.Line(DiffWords.Counts(diff));
        foreach (var line in DiffWords.Columns(document))
        {
            screen.Line(line);
        }

        if (diff.Moved is { } moved)
        {
            WriteMoved(document, moved, screen);
        }

        for (var i = 0; i < diff.Classes.Length; i++)
        {
            WriteClass(document, i, screen);
        }

        WriteOneSide(document, screen);
    }

    private static void WriteMoved(DiffDocument document, MovedScenarios moved, Screen screen)
    {
        screen.Line();
        screen.Heading($"The same id with another scenario: {ExplainWords.Counted(moved.Rows, "row")}, by {string.Join(", ", moved.Columns)}");
        screen.Line("   their outcomes are not compared");
        foreach (var row in moved.First)
        {
            screen.Line($"   {DiffWords.Key(row.Key)}: {string.Join("; ", row.Cells.Select(DiffWords.Cell))}");
        }

        if (moved.Rows > moved.First.Length)
        {
            screen.Line("   …");
        }

        screen.Line($"   cause:    {document.Causes.OfScenarios()}");
    }

    private static void WriteClass(DiffDocument document, int index, Screen screen)
    {
        var item = document.Diff.Classes[index];
        screen.Line();
        screen.Heading($"{index + 1}. {DiffWords.Title(item)}");
        screen.Line($"   {DiffWords.Values(item)}");
        screen.Line($"   cells:    {DiffWords.Cells(item)}");
        if (item.Condition is { } condition)
        {
            screen.Line($"   when:     {DiffWords.Condition(condition)}");
            screen.Line($"             ({DiffWords.Proof(condition, item.Rows)})");
        }

        screen.Line($"   cause:    {document.Causes.Of(item)}");
        screen.Line($"   smallest: {DiffWords.Key(item.Witness.Key)}");
        foreach (var cell in item.Witness.Cells)
        {
            screen.Line($"             {DiffWords.Cell(cell)}");
        }

        if (DiffWords.Command(document, item.Witness) is { } command)
        {
            screen.Line($"   again:    {command}");
        }
    }

    private static void WriteOneSide(DiffDocument document, Screen screen)
    {
        var lines = document.Diff.Added.Select(group => (Group: group, Line: DiffWords.OneSide(group, "new")))
            .Concat(document.Diff.Removed.Select(group => (Group: group, Line: DiffWords.OneSide(group, "removed"))))
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        screen.Line();
        foreach (var (group, line) in lines)
        {
            screen.Line(group.Column.Length > 0 ? line : $"{line} (cause: {document.Causes.OfScenarios()})");
        }
    }
}
