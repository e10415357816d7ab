using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>explain</c> prints: exactly when two sides differ, what is different then, and the smallest case of each kind.</summary>
public static class ExplainReport
{
    private const string Margin = "   ";

    /// <summary>Writes the report.</summary>
    /// <param name="document">What there is to say.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(ExplainDocument document, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(screen);
        if (document.IsSurvey)
        {
            WriteEquivalent(document, screen);
        }

        foreach (var same in document.Groups)
        {
            WritePair(document, same, screen);
        }

        if (document.Smaller is { } smaller)
        {
            WriteTransfer(document, smaller, screen);
        }

        Lines(screen, ExplainLines.Text("", ExplainWords.DontCares(document), Width(screen)));
        if (document is { IsSurvey: true, Matrix: "standard", Where: null })
        {
            screen.Line("How far these conditions hold beyond it: compare explain --all --matrix cross");
        }
    }

    private static int Width(Screen screen) => Math.Min(screen.Width, ExplainLines.Widest);

    private static void Lines(Screen screen, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            screen.Line(line);
        }
    }

    private static void WritePair(ExplainDocument document, ImmutableArray<PairExplanation> same, Screen screen)
    {
        var pair = same[0];
        screen.Heading(ExplainWords.Heading(same));
        if (pair.Any is null)
        {
            screen.Line($"The same in all {ExplainWords.Counted(pair.Scenarios, "scenario")} of {document.MatrixText}.");
            screen.Line();
            return;
        }

        var width = Width(screen);
        Lines(screen, ExplainLines.Text(
            "",
            $"Different in {Numbers.Of(pair.Any.Count, pair.Scenarios, "scenario")} of {document.MatrixText}, exactly when"
            + $" ({ExplainWords.Proof(pair.Any.Condition)})",
            width));
        Lines(screen, ExplainLines.Condition(Margin, pair.Any.Condition, width));
        screen.Line();
        Lines(screen, ExplainLines.Text("", ExplainWords.Classes(pair), width));
        for (var i = 0; i < pair.Classes.Length; i++)
        {
            screen.Line();
            WriteClass(document, pair, i, screen);
        }

        screen.Line();
        if (!document.IsSurvey)
        {
            WriteMeasures(pair, screen);
        }
    }

    private static void WriteClass(ExplainDocument document, PairExplanation pair, int index, Screen screen)
    {
        var item = pair.Classes[index];
        var width = Width(screen);
        screen.Heading($"{index + 1}. {ExplainWords.Of(item.Severity)}: {item.Title}");
        Lines(screen, ExplainLines.Text($"{Margin}in       ", ExplainWords.Values(item), width));
        Lines(screen, ExplainLines.Condition($"{Margin}when     ", item.Set.Condition, width));
        screen.Line($"{Margin}         ({ExplainWords.Proof(item.Set.Condition)})");
        if (document.IsSurvey)
        {
            screen.Line($"{Margin}as in    {item.Witness.Text}");
            return;
        }

        screen.Line($"{Margin}as in    {item.Witness.Scenario.Id}");
        foreach (var measure in item.Witness.Differing)
        {
            Lines(screen, ExplainLines.Change(
                $"{Margin}         {OutcomeColumns.Name(measure),-20}",
                item.Witness.Left.Text(measure),
                item.Witness.Right.Text(measure),
                width));
        }

        screen.Line($"{Margin}rerun    {ExplainWords.Command(document, pair, item.Witness)}");
    }

    private static void WriteMeasures(PairExplanation pair, Screen screen)
    {
        screen.Heading("By measure, in whatever step");
        foreach (var difference in pair.Measures)
        {
            var names = ExplainWords.List(difference.Measures.Select(OutcomeColumns.Name));
            screen.Line();
            screen.Line($"{Margin}{names}: {ExplainWords.Counted(difference.Set.Count, "scenario")} ({ExplainWords.Proof(difference.Set.Condition)})");
            Lines(screen, ExplainLines.Condition($"{Margin}when     ", difference.Set.Condition, Width(screen)));
        }

        screen.Line();
    }

    private static void WriteEquivalent(ExplainDocument document, Screen screen)
    {
        screen.Heading($"Strategies that {document.MatrixText} cannot tell apart, in braces");
        screen.Line();
        var table = Tables.Create(3, "kernel", "by every measure", "by results alone");
        foreach (var kernel in document.Equivalent)
        {
            table.Row(kernel.Kernel, Groups(kernel.SameOutcomes), Groups(kernel.SameResults));
        }

        screen.Table(table);
        screen.Line();

        static string Groups(ImmutableArray<ImmutableArray<string>> groups) => string.Join(
            ", ", groups.Select(group => group.Length == 1 ? group[0] : $"{{{string.Join(", ", group)}}}"));
    }

    private static void WriteTransfer(ExplainDocument document, ExplainTransfer smaller, Screen screen)
    {
        Lines(screen, ExplainLines.Text(
            "",
            $"Conditions found over the {smaller.Matrix} matrix, judged over {document.MatrixText}. Missed: scenarios of the class for which "
            + "the condition is false; too many: the reverse.",
            Width(screen)));
        screen.Line();
        for (var i = 0; i < smaller.Pairs.Length; i++)
        {
            screen.Heading(ExplainWords.Heading([smaller.Pairs[i]]));
            foreach (var (item, found) in smaller.Pairs[i].Classes.Zip(smaller.Exceptions[i]))
            {
                var title = $"{ExplainWords.Of(item.Severity)}: {item.Title}";
                Lines(screen, ExplainLines.Text(
                    $"{Margin}{ExplainWords.Exceptions(found)}: ",
                    $"{title}, {ExplainWords.Counted(found.InClass, "scenario")}",
                    Width(screen)));
            }

            screen.Line();
        }
    }
}
