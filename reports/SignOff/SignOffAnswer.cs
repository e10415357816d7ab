namespace Compare.Reports;

/// <summary>The answer in five lines, each with a label.</summary>
internal static class SignOffAnswer
{
    /// <summary>What is said of a pair that shares no scenario.</summary>
    public const string NotCompared = "not compared";

    private const int ShownFindings = 2;

    public static IEnumerable<Block> Of(SignOffCase signOff) =>
    [
        new Item(Results(signOff), "Results", Number: 1),
        new Item(Journal(signOff), "Journal", Number: 2),
        new Item(Findings(signOff), "Findings", Number: 3),
        new Item(Model(signOff), "Model", Number: 4),
        new Item(State(signOff.Standing), "Sign-off", Number: 5),
    ];

    /// <summary>Texts for each of some places; where they are all the same, the text once.</summary>
    private static string PerPlace(IEnumerable<(string Place, string Text)> texts)
    {
        var groups = texts.GroupBy(item => item.Text, item => item.Place).ToArray();
        return groups.Length == 1
            ? groups[0].Key
            : string.Join("; ", groups.Select(group => $"on {string.Join(" and ", group)} {group.Key}"));
    }

    public static string State(Standing standing)
    {
        var open = standing.Items.Count(item => item.IsOpen);
        var text = $"{Phrases.Number(standing.Count(ItemState.Accepted))} of {Phrases.Number(standing.Items.Length)} classes and findings accepted, "
            + $"{Phrases.Number(standing.Count(ItemState.Rejected))} rejected ({SignOffLedger.Count(standing)})";
        return open == 0
            ? $"{text}: nothing is open."
            : $"{text}; {Phrases.Number(open)} open, the worst of severity {SeverityWords.Of(standing.Items.First(item => item.IsOpen).Item.Severity)}.";
    }

    public static string Model(SignOffCase signOff)
    {
        var totals = signOff.Validity;
        var unseen = signOff.Kernels.Where(kernel => !kernel.IsObserved).Select(kernel => kernel.KernelName).ToArray();
        return $"Held to {Phrases.Number(totals.Rows)} rows recorded on real kernels. "
            + $"{Phrases.Number(totals.AssumedRules)} of {Phrases.Number(totals.Rules)} rules and {Phrases.Number(totals.AssumedPolicies)} of "
            + $"{Phrases.Number(totals.Policies)} policies rest on the kernel's source alone."
            + (unseen.Length == 0 ? "" : $" Never observed: {string.Join(", ", unseen)}.");
    }

    private static string Results(SignOffCase signOff)
    {
        var (contenders, strategies) = (signOff.Summary.Contenders, signOff.Strategies);
        if (strategies.Length == 1)
        {
            return "One strategy alone: nothing to compare it with.";
        }

        var tallies = signOff.Summary.Pairs.ToDictionary(
            pair => $"{contenders[pair.Left]} -> {contenders[pair.Right]}", StringComparer.Ordinal);
        var pairs = (
            from left in Enumerable.Range(0, strategies.Length)
            from right in Enumerable.Range(left + 1, strategies.Length - left - 1)
            let names = (Left: strategies[left].Name, Right: strategies[right].Name)
            select (Topic: $"{names.Left} -> {names.Right}", Places: signOff.Kernels
                .Select(kernel => (kernel.KernelName, Result(tallies.GetValueOrDefault(
                    $"{kernel.KernelName} {names.Left} -> {kernel.KernelName} {names.Right}"))))
                .ToArray())).ToArray();
        var isSameOnEach = signOff.Kernels.Length > 1
            && pairs.Any(pair => pair.Places.Select(place => place.Item2).Distinct().ToArray() is [not NotCompared]);
        return $"{string.Join(". ", pairs.Select(pair => $"{pair.Topic}: {PerPlace(pair.Places)}"))}."
            + (isSameOnEach ? " The same on each kernel where none is named." : "");
    }

    private static string Result(PairTally? pair) => pair is null or { Scenarios: 0 } ? NotCompared
        : pair[DifferenceKind.Fixed] + pair[DifferenceKind.Broken] + pair[DifferenceKind.OtherResult] == 0 ? "no result differs"
        : $"{Phrases.Number(pair[DifferenceKind.Fixed])} scenarios repaired, {Phrases.Number(pair[DifferenceKind.Broken])} broken, "
            + $"{Phrases.Number(pair[DifferenceKind.OtherResult])} with another result";

    private static string Journal(SignOffCase signOff)
    {
        var summary = signOff.Summary;
        var starts = signOff.Kernels.Select(kernel => $"{kernel.KernelName} " + string.Join(", ", summary.Contenders
            .Select((contender, i) => (contender, Starts: summary.Tally(i).JournalStarts))
            .Where(item => item.contender.KernelName == kernel.KernelName)
            .Select(item => $"{item.contender.StrategyName} {Phrases.Number(item.Starts)}")));
        return $"Starts by the handler in all scenarios: {string.Join("; ", starts)}.";
    }

    private static string Findings(SignOffCase signOff) => string.Join(" ", signOff.Strategies.Select(strategy =>
        $"{strategy.Name}: {PerPlace(signOff.Kernels.Select(kernel => (kernel.KernelName, Findings(signOff, kernel.KernelName, strategy.Name))))}."));

    private static string Findings(SignOffCase signOff, string kernel, string strategy)
    {
        if (!signOff.Summary.Contenders.Any(contender => contender.KernelName == kernel && contender.StrategyName == strategy))
        {
            return "not run";
        }

        var found = signOff.Standing.Items
            .Select(item => item.Item)
            .Where(item => item.IsFinding && item.Place == kernel && item.Topic == strategy)
            .ToArray();
        var worst = found.Take(ShownFindings).Select(item => $"{item.Change} in {Phrases.Counted(item.Scenarios, "scenario")}");
        return found.Length switch
        {
            0 => "nothing",
            > ShownFindings => $"{string.Join(", ", worst)}, and {Phrases.Counted(found.Length - ShownFindings, "lesser rule")}",
            _ => string.Join(", ", worst),
        };
    }
}
