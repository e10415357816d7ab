using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>explain --format md</c> prints: the same as the text, for a web page or a mail.</summary>
public static class ExplainMarkdown
{
    /// <summary>Writes the report.</summary>
    /// <param name="document">What there is to say.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(ExplainDocument document, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(screen);
        var text = screen.Writer;
        foreach (var kernel in document.Equivalent)
        {
            Line($"- {Code(kernel.Kernel)}: told apart by every measure: {Groups(kernel.SameOutcomes)}; by results alone: {Groups(kernel.SameResults)}");
        }

        if (document.IsSurvey)
        {
            Line();
        }

        foreach (var same in document.Groups)
        {
            WritePair(document, same, Line);
        }

        if (document.Smaller is { } smaller)
        {
            WriteTransfer(document, smaller, Line);
        }

        Line(ExplainWords.DontCares(document));

        void Line(string line = "") => text.Write(line + "\n");
    }

    private static string Code(string text) => $"`{text}`";

    private static string Groups(ImmutableArray<ImmutableArray<string>> groups)
        => string.Join(" | ", groups.Select(group => string.Join(", ", group.Select(Code))));

    private static string When(ConditionedSet set) => set.Condition.Expression is null
        ? "in every scenario of the matrix"
        : $"when {Code(set.Condition.ToString())} ({ExplainWords.Proof(set.Condition)})";

    private static void WritePair(ExplainDocument document, ImmutableArray<PairExplanation> same, Action<string> line)
    {
        var pair = same[0];
        line($"## {ExplainWords.Heading(same)}");
        line("");
        if (pair.Any is null)
        {
            line($"The same in all {ExplainWords.Counted(pair.Scenarios, "scenario")} of {document.MatrixText}.");
            line("");
            return;
        }

        line($"Different in {Numbers.Of(pair.Any.Count, pair.Scenarios, "scenario")} of {document.MatrixText}, {When(pair.Any)}. "
            + ExplainWords.Classes(pair));
        line("");
        for (var i = 0; i < pair.Classes.Length; i++)
        {
            WriteClass(document, pair, i, line);
        }

        if (!document.IsSurvey)
        {
            line("### By measure, in whatever step");
            line("");
            foreach (var measure in pair.Measures)
            {
                var names = ExplainWords.List(measure.Measures.Select(item => Code(OutcomeColumns.Name(item))));
                line($"- {names}: {ExplainWords.Counted(measure.Set.Count, "scenario")}, {When(measure.Set)}");
            }

            line("");
        }
    }

    private static void WriteClass(ExplainDocument document, PairExplanation pair, int index, Action<string> line)
    {
        var item = pair.Classes[index];
        line($"### {index + 1}. {ExplainWords.Of(item.Severity)}: {item.Title}");
        line("");
        line($"{string.Join(' ', ExplainWords.Values(item))}, {When(item.Set)}.");
        line("");
        line($"Smallest: {Code(item.Witness.Scenario.Id)}");
        line("");
        line($"| measure | {ExplainWords.Left(pair)} | {ExplainWords.Right(pair)} |");
        line("| --- | --- | --- |");
        foreach (var measure in item.Witness.Differing)
        {
            line($"| {OutcomeColumns.Name(measure)} | {Cell(item.Witness.Left.Text(measure))} | {Cell(item.Witness.Right.Text(measure))} |");
        }

        line("");
        line("```sh");
        line(ExplainWords.Command(document, pair, item.Witness));
        line("```");
        line("");
    }

    /// <summary>A cell in a cell: its bars stand between steps.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static void WriteTransfer(ExplainDocument document, ExplainTransfer smaller, Action<string> line)
    {
        line($"## Conditions found over the {smaller.Matrix} matrix, judged over {document.MatrixText}");
        line("");
        line("| pair | class | exceptions | scenarios |");
        line("| --- | --- | --- | --: |");
        foreach (var (pair, exceptions) in smaller.Pairs.Zip(smaller.Exceptions))
        {
            foreach (var (item, found) in pair.Classes.Zip(exceptions))
            {
                line($"| {ExplainWords.Heading([pair])} | {ExplainWords.Of(item.Severity)}: {item.Title} | {ExplainWords.Exceptions(found)} "
                    + $"| {Numbers.Text(found.InClass)} |");
            }
        }

        line("");
    }
}
