namespace Compare.Comparison;

/// <summary>What a scenario comes to: for one contender the result of each step, for two whether and how they differ.</summary>
/// <param name="Results">Result of each step that ran; empty for two contenders.</param>
/// <param name="Difference">In what two contenders differ first; the same for one.</param>
/// <param name="Text">In words.</param>
public sealed record Verdict(ImmutableArray<StepResult> Results, DifferenceKind Difference, string Text)
{
    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="runners">One for each contender: one or two.</param>
    public static Verdict Of(Scenario scenario, IReadOnlyList<ScenarioRunner> runners)
    {
        var left = runners[0].Run(scenario);
        if (runners.Count == 1)
        {
            return new([.. left.Steps.Select(step => step.Result)], DifferenceKind.Same, Spaced(left, Measure.Result));
        }

        var right = runners[1].Run(scenario);
        var difference = OutcomeDifference.Between(left, right);
        return new([], difference.Kind, Words(difference, left, right));
    }

    /// <summary>Whether a neighbour's verdict is another one.</summary>
    /// <param name="neighbour">The neighbour's verdict.</param>
    /// <param name="dropped">Index of the step that the neighbour leaves out: its result is not compared; -1: none.</param>
    public bool Differs(Verdict neighbour, int dropped)
    {
        var compared = dropped >= 0 && dropped < Results.Length ? Results.RemoveAt(dropped) : Results;
        return Difference != neighbour.Difference || !compared.SequenceEqual(neighbour.Results);
    }

    private static string Words(OutcomeDifference difference, Outcome left, Outcome right)
    {
        return difference.Kind switch
        {
            DifferenceKind.Same => "same",
            DifferenceKind.Fixed => $"fixed{First()}",
            DifferenceKind.Broken => $"broken{First()}",
            DifferenceKind.OtherResult => $"other result: {Change(Measure.Result)}",
            DifferenceKind.Page => $"page: {Change(Measure.Page)}",
            DifferenceKind.Journal when difference.Has(Measure.JournalStarts) => $"journal starts: {Change(Measure.JournalStarts)}",
            DifferenceKind.Journal => $"lookup starts: {Change(Measure.IomapStarts)}",
            _ => "calls, counters, time or blocks",
        };

        string First() => difference.First is { } measure ? $": {Change(measure)}" : "";

        string Change(Measure measure) => $"{Spaced(left, measure)} -> {Spaced(right, measure)}";
    }

    private static string Spaced(Outcome outcome, Measure measure)
        => string.Join(' ', outcome.Steps.Select(step => OutcomeText.Value(step, measure)));
}
