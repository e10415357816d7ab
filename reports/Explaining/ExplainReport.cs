namespace Compare.Reports;

/// <summary>What <c>explain</c> says: exactly when two sides differ, what is different then, and the smallest case of each kind.</summary>
public static class ExplainReport
{
    private const int ShownValues = 6;
    private const string Always = "in every scenario of the matrix";

    private static readonly Layout Layout = new(Margin: 3, Labels: 9, Names: 20, Widest: 100);

    /// <summary>Makes the report.</summary>
    /// <param name="explained">What there is to say.</param>
    public static Document Of(ExplainCase explained)
    {
        // Once for all pairs, unless they compare different scenarios.
        string[] dontCares = [.. explained.Pairs.Select(pair => ExplainWords.DontCares(explained, pair)).Distinct()];
        return new(
            [
                .. explained.IsSurvey ? Equivalent(explained) : [],
                .. explained.Groups.SelectMany(same => (Block[])
                [
                    .. Pair(explained, same),
                    .. dontCares.Length > 1 ? [new Paragraph(ExplainWords.DontCares(explained, same[0]))] : (Block[])[],
                ]),
                .. explained.Smaller is { } smaller ? Transfer(explained, smaller) : [],
                .. dontCares.Length > 1 ? [] : (Block[])
                [
                    new Paragraph(dontCares[0] + (explained is { IsSurvey: true, Matrix: "standard", Where: null }
                        ? Words.HardBreak + "How far these conditions hold beyond it: compare explain --all --matrix cross"
                        : "")),
                ],
            ],
            Layout);
    }

    private static IEnumerable<Block> Pair(ExplainCase explained, ImmutableArray<PairExplanation> same)
    {
        var pair = same[0];
        var heading = new Heading(2, ExplainWords.Heading(same));
        return pair.Any is null
            ? [heading, new Paragraph($"The same in all {Phrases.Counted(pair.Scenarios, "scenario")} of {explained.MatrixText}.")]
            :
            [
                heading,
                new Paragraph($"Different in {Phrases.Of(pair.Any.Count, pair.Scenarios, "scenario")} of {explained.MatrixText}, exactly when"
                    + $" ({ExplainWords.Proof(pair.Any.Condition)})"),
                new When(pair.Any.Condition.Factored, Always),
                new Paragraph(ExplainWords.Classes(pair)),
                .. pair.Classes.SelectMany((item, i) => Class(explained, pair, item, i + 1)),
                .. explained.IsSurvey ? [] : Measures(pair),
            ];
    }

    private static IEnumerable<Block> Class(ExplainCase explained, PairExplanation pair, DifferenceClass item, int number)
    {
        yield return new Heading(3, $"{number}. {ExplainWords.Of(item.Severity)}: {item.Title}");
        yield return new Item(Phrases.Frequent(Phrases.Counted(item.Set.Count, "scenario"), item.Values.Select(value => (value.Values, (long)value.Count)), ShownValues), "in");
        yield return new Item(Phrases.Observed(explained.ShareOf(pair, item)));
        yield return new When(item.Set.Condition.Factored, Always, "when", ExplainWords.Proof(item.Set.Condition));
        if (explained.IsSurvey)
        {
            yield return new Item(Words.Code(item.Witness.Text), "as in");
            yield break;
        }

        yield return new Item(Words.Code(item.Witness.Scenario.Id), "as in");
        yield return new Changes(
            ["measure", ExplainWords.Left(pair), ExplainWords.Right(pair)],
            [.. ExplainWords.Changes(item.Witness).Select(change => new Change(change.Name, Shown(change.Left), Shown(change.Right)))]);
        yield return new Code(ExplainWords.Command(explained, pair, item.Witness), "rerun");

        static string Shown(string cell) => cell.Length == 0 ? "(none)" : cell;
    }

    private static IEnumerable<Block> Measures(PairExplanation pair)
    {
        yield return new Heading(3, "By measure, in whatever step");
        foreach (var (measures, set) in pair.Measures)
        {
            var names = Phrases.List(measures.Select(OutcomeColumns.Name));
            yield return new Heading(4, $"{names}: {Phrases.Counted(set.Count, "scenario")} ({ExplainWords.Proof(set.Condition)})");
            yield return new When(set.Condition.Factored, Always, "when");
        }
    }

    private static IEnumerable<Block> Equivalent(ExplainCase explained)
    {
        yield return new Heading(2, $"Strategies that {explained.MatrixText} cannot tell apart, in braces");
        var table = new Table(["kernel", "by every measure", "by results alone"], Texts: 3);
        foreach (var kernel in explained.Equivalent)
        {
            table.Add(kernel.Kernel, Groups(kernel.SameOutcomes), Groups(kernel.SameResults));
        }

        yield return table;

        static string Groups(ImmutableArray<ImmutableArray<string>> groups) => groups.IsEmpty ? "(run different scenarios)" : string.Join(
            ", ", groups.Select(group => group.Length == 1 ? group[0] : $"{{{string.Join(", ", group)}}}"));
    }

    private static IEnumerable<Block> Transfer(ExplainCase explained, ExplainTransfer smaller) =>
    [
        new Paragraph($"Conditions found over the {smaller.Matrix} matrix, judged over {explained.MatrixText}. Missed: scenarios of the class for "
            + "which the condition is false; too many: the reverse."),
        .. smaller.Pairs.Zip(smaller.Exceptions).SelectMany(item => (Block[])
        [
            new Heading(2, ExplainWords.Heading([item.First])),
            .. item.First.Classes.Zip(item.Second).Select(found => new Item(
                $"{ExplainWords.Of(found.First.Severity)}: {found.First.Title}, {Phrases.Counted(found.Second.InClass, "scenario")}",
                $"{ExplainWords.Exceptions(found.Second)}:")),
        ]),
    ];
}
