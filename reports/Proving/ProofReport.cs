namespace Compare.Reports;

/// <summary>What <c>prove</c> says: whether any sequence of steps tells two contenders apart.</summary>
public static class ProofReport
{
    private const int MostOpen = 12;

    /// <summary>Makes the report.</summary>
    /// <param name="proof">What there is to say.</param>
    /// <param name="where">The filter that narrows the starts, if any.</param>
    /// <param name="guests">For each strategy that is not shipped the words that name it on a command line.</param>
    public static Document Of(SequenceProof proof, FilterExpression? where, ImmutableDictionary<string, string> guests) => new(
    [
        new Heading(2, $"{Sides(proof.Question)}: every sequence of steps{(where is null ? "" : $" where {where}")}"),
        new Paragraph(Words.Strong(ProofWords.Answer(proof)) + " " + ProofWords.Asked(proof)),
        .. proof.Differences.SelectMany((difference, i) => Difference(proof, difference, i + 1, guests)),
        new Heading(3, "How far it was looked"),
        Counts(proof),
        .. Open(proof),
        .. proof.Unasked == 0 ? [] : (Block[])[new Paragraph($"{Phrases.Counted(proof.Unasked, "group")} without DAX: no fault comes to the handler, whatever it does, so that both sides are one.")],
        .. proof.WasStopped ? (Block[])[new Paragraph("The search was interrupted: this is what was known by then.")] : [],
    ]);

    private static string Sides(ProofQuestion question)
    {
        var (left, right) = (question.Left, question.Right);
        return left.KernelName == right.KernelName
            ? $"{left.StrategyName} and {right.StrategyName} on {Phrases.Kernel(left)}"
            : $"{left.StrategyName} on {Phrases.Kernel(left)} and {right.StrategyName} on {Phrases.Kernel(right)}";
    }

    private static IEnumerable<Block> Difference(SequenceProof proof, ProofDifference difference, int number, ImmutableDictionary<string, string> guests)
    {
        var (left, right) = (proof.Question.Left, proof.Question.Right);
        var isOfStrategies = left.KernelName == right.KernelName;
        yield return new Item(Words.Code(ScenarioText.PrintShort(difference.Smallest)), Number: number);
        yield return new Item($"step {difference.Step + 1}, {difference.StepWord}: {string.Join("; ", ProofWords.Changes(difference, left.ToString(), right.ToString()))}", Depth: 1);
        yield return new Item($"the same steps differ in {Phrases.Of(difference.Groups.Length, proof.Groups.Length, "group")}"
            + (ProofWords.IsShortest(proof, difference) ? "; no shorter sequence differs" : ""), Depth: 1);
        var strategies = string.Concat(((string[])[left.StrategyName, right.StrategyName]).Distinct().Select(name => $" --strategy {guests.GetValueOrDefault(name, name)}"));
        var kernels = isOfStrategies ? $" --kernel {left.KernelName}" : $" --kernel {left.KernelName} --kernel {right.KernelName}";
        var text = ScenarioText.PrintShort(difference.Smallest);
        yield return new Code($"compare run{kernels}{strategies} --scenario \"{text}\"", "rerun");
        yield return new Code($"compare trace{kernels}{strategies} \"{text}\"", "trace");
    }

    private static Table Counts(SequenceProof proof)
    {
        var table = new Table(["groups", "of starts", "worlds", "pairs", "longest sequence", "bytes a pair"], Texts: 1);
        foreach (var status in Enum.GetValues<ProofStatus>())
        {
            var groups = proof.Groups.Where(group => group.Status == status).ToArray();
            if (groups.Length > 0)
            {
                var pairs = groups.Sum(group => (long)group.Pairs);
                table.Add(
                    ProofWords.Status(status),
                    Phrases.Number(groups.Length),
                    Phrases.Number(groups.Sum(group => (long)group.Worlds)),
                    Phrases.Number(pairs),
                    status == ProofStatus.Open ? Phrases.Number(groups.Min(group => group.Depth)) + " at least" : Phrases.Number(groups.Max(group => group.Depth)),
                    Phrases.Number(groups.Sum(group => group.Bytes) / Math.Max(1, pairs)));
            }
        }

        return table;
    }

    /// <summary>The groups that are open least deep, by how deep.</summary>
    private static IEnumerable<Block> Open(SequenceProof proof)
    {
        var open = proof.Groups.Where(group => group.Status == ProofStatus.Open).GroupBy(group => group.Depth).OrderBy(same => same.Key).ToArray();
        foreach (var same in open.Take(MostOpen))
        {
            yield return new Item(
                $"{Phrases.Counted(same.Count(), "group")} open, no difference in sequences of up to {Phrases.Counted(same.Key, "step")}"
                + (open.Length == 1 ? "" : ": " + string.Join("; ", same.Take(3).Select(group => group.Group.Words is { Length: > 0 } words ? words : "the centre"))
                    + (same.Count() > 3 ? "; …" : "")),
                "-");
        }
    }
}
