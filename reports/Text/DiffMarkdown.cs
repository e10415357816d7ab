using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>diff --format md</c> prints: the same as the text, for a web page or a mail.</summary>
public static class DiffMarkdown
{
    /// <summary>Writes the report.</summary>
    /// <param name="document">What there is to say.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(DiffDocument document, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        var diff = document.Diff;
        Line($"## {Code(document.OldPath)} → {Code(document.NewPath)}");
        Line();
        Line(DiffWords.Counts(diff));
        Line();
        foreach (var line in DiffWords.Columns(document))
        {
            Line($"- {line}");
        }

        foreach (var group in diff.Added)
        {
            Line($"- {DiffWords.OneSide(group, "new")}");
        }

        foreach (var group in diff.Removed)
        {
            Line($"- {DiffWords.OneSide(group, "removed")}");
        }

        if (diff.Columns.Differ || !diff.Added.IsEmpty || !diff.Removed.IsEmpty)
        {
            Line();
        }

        if (diff.Moved is { } moved)
        {
            WriteMoved(document, moved, Line);
        }

        for (var i = 0; i < diff.Classes.Length; i++)
        {
            WriteClass(document, i, Line);
        }

        void Line(string line = "") => writer.Write(line + "\n");
    }

    private static string Code(string text) => $"`{text}`";

    private static string Cell(string text) => DiffWords.Shown(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static void WriteMoved(DiffDocument document, MovedScenarios moved, Action<string> line)
    {
        line($"### The same id with another scenario: {ExplainWords.Counted(moved.Rows, "row")}");
        line("");
        line($"Their outcomes are not compared. Cause: {document.Causes.OfScenarios()}.");
        line("");
        line("| key | column | old | new |");
        line("| --- | --- | --- | --- |");
        foreach (var row in moved.First)
        {
            foreach (var cell in row.Cells)
            {
                line($"| {Cell(DiffWords.Key(row.Key))} | {cell.Column} | {Cell(cell.Old)} | {Cell(cell.New)} |");
            }
        }

        line("");
    }

    private static void WriteClass(DiffDocument document, int index, Action<string> line)
    {
        var item = document.Diff.Classes[index];
        line($"### {index + 1}. {DiffWords.Title(item)}");
        line("");
        line($"{DiffWords.Values(item)}. Cells: {DiffWords.Cells(item)}.");
        line("");
        if (item.Condition is { } condition)
        {
            line($"- when: {Code(DiffWords.Condition(condition))} ({DiffWords.Proof(condition, item.Rows)})");
        }

        line($"- cause: {document.Causes.Of(item)}");
        line($"- smallest: {Code(DiffWords.Key(item.Witness.Key))}");
        line("");
        line("| column | old | new |");
        line("| --- | --- | --- |");
        foreach (var cell in item.Witness.Cells)
        {
            line($"| {cell.Column} | {Cell(cell.Old)} | {Cell(cell.New)} |");
        }

        line("");
        if (DiffWords.Command(document, item.Witness) is { } command)
        {
            line("```sh");
            line(command);
            line("```");
            line("");
        }
    }
}
