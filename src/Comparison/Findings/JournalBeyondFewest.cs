namespace Compare.Comparison;

/// <summary>Each journal start may wait for a commit. A start without which another strategy succeeds as well is not needed.</summary>
/// <remarks>Starts by the handler and by the block lookup count alike, so that moving one is no gain. Whoever gives up early needs few:
/// only outcomes that are ok throughout count.</remarks>
internal static class JournalBeyondFewest
{
    /// <summary>For each scenario the starts beyond the fewest of all strategies on the same kernel.</summary>
    /// <param name="outcomes">What the contenders did.</param>
    /// <param name="contender">Index of the one that is judged.</param>
    public static int[] Amounts(OutcomeSet outcomes, int contender)
    {
        var kernel = outcomes.Contenders[contender].KernelName;
        var others = Enumerable.Range(0, outcomes.Contenders.Length).Where(other => outcomes.Contenders[other].KernelName == kernel).ToArray();
        var amounts = new int[outcomes.Scenarios.Length];
        for (var scenario = 0; scenario < amounts.Length; scenario++)
        {
            if (Starts(outcomes[scenario, contender]) is not { } starts)
            {
                continue;
            }

            var fewest = starts;
            foreach (var other in others)
            {
                fewest = Math.Min(fewest, Starts(outcomes[scenario, other]) ?? starts);
            }

            amounts[scenario] = starts - fewest;
        }

        return amounts;
    }

    private static int? Starts(Outcome? outcome) => outcome is { IsOk: true } ? outcome.JournalStarts + outcome.LookupStarts : null;
}
