using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>What a scenario comes to: for one contender the result of each step, for two whether and how they differ.</summary>
/// <param name="Results">Result of each step that ran; empty for two contenders.</param>
/// <param name="Difference">How two contenders differ; the same for one.</param>
/// <param name="Text">In words.</param>
public sealed record Verdict(ImmutableArray<string> Results, OutcomeDifference Difference, string Text)
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="runners">One for each contender: one or two.</param>
    public static Verdict Of(Scenario scenario, IReadOnlyList<ScenarioRunner> runners)
    {
        ArgumentNullException.ThrowIfNull(runners);
        ArgumentOutOfRangeException.ThrowIfLessThan(runners.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runners.Count, 2);
        var cells = runners.Select(_ => new string[Measures]).ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            runners[i].Run(scenario, cells[i]);
        }

        if (cells.Length == 1)
        {
            var results = cells[0][(int)Measure.Result];
            return new([.. results.Split('|')], default, Spaced(results));
        }

        var difference = OutcomeDifference.Between(cells[0], cells[1]);
        return new([], difference, Words(difference, cells[0], cells[1]));
    }

    /// <summary>Whether a neighbour's verdict is another one.</summary>
    /// <param name="neighbour">The neighbour's verdict.</param>
    /// <param name="dropped">Index of the step that the neighbour leaves out: its result is not compared; -1: none.</param>
    public bool Differs(Verdict neighbour, int dropped)
    {
        ArgumentNullException.ThrowIfNull(neighbour);
        var compared = dropped >= 0 && dropped < Results.Length ? Results.RemoveAt(dropped) : Results;
        return Difference != neighbour.Difference || !compared.SequenceEqual(neighbour.Results);
    }

    private static string Words(OutcomeDifference difference, string[] left, string[] right)
    {
        return difference.Kind switch
        {
            DifferenceKind.Same => "same",
            DifferenceKind.Result => Direction(difference.Direction) + Change(Measure.Result),
            DifferenceKind.Page => "page: " + Change(Measure.Page),
            DifferenceKind.Journal when left[(int)Measure.JournalStarts] != right[(int)Measure.JournalStarts] =>
                "journal starts: " + Change(Measure.JournalStarts),
            DifferenceKind.Journal => "lookup starts: " + Change(Measure.IomapStarts),
            _ => "calls, counters, time or blocks",
        };

        string Change(Measure measure) => $"{Spaced(left[(int)measure])} -> {Spaced(right[(int)measure])}";
    }

    private static string Direction(DifferenceDirection direction) => direction switch
    {
        DifferenceDirection.Fixed => "fixed: ",
        DifferenceDirection.Broken => "broken: ",
        _ => "other result: ",
    };

    private static string Spaced(string cell) => cell.Replace('|', ' ');
}
