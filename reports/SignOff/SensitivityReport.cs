namespace Compare.Reports;

/// <summary>What <c>sensitivity</c> says: which conclusions hold whatever the unobserved rules and policies are, and which hang on them.</summary>
public static class SensitivityReport
{
    private const int MostClasses = 6;

    /// <summary>Makes the report.</summary>
    /// <param name="sensitivity">What there is to say.</param>
    /// <param name="summary">The run.</param>
    /// <param name="baseStrategy">Name of the base.</param>
    /// <param name="matrix">Name of the matrix.</param>
    /// <param name="where">The filter that narrows it, if any.</param>
    public static Document Of(SensitivityCase sensitivity, MatrixSummary summary, string baseStrategy, string matrix, FilterExpression? where) => new(
    [
        new Heading(2, $"What conclusions about {Phrases.Matrix(matrix, where)} rest on"),
        new Paragraph("Each policy that no observation decides was given its other value and everything run again; a rule that no observed step exercises has no "
            + "other value, and the scenarios that exercise it were left out. Scenarios: those that come to something else, or are left out."),
        Assumptions(sensitivity),
        .. Changes(sensitivity),
        .. Verdicts(sensitivity, summary, baseStrategy),
    ]);

    /// <summary>What conclusions rest on, in a sentence or two.</summary>
    /// <param name="sensitivity">What there is to say.</param>
    internal static string Basis(SensitivityCase sensitivity)
    {
        var telling = sensitivity.Telling.ToArray();
        return telling.Length == 0
            ? "None of them bears on a verdict or a class of differences here: each holds whatever these are."
            : $"{(telling.Any(row => row.ChangesVerdict) ? "A verdict hangs" : "The verdicts hold whatever these are; numbers of scenarios hang")} on "
                + $"{Phrases.List(telling.Select(row => row.Assumption.ToString()))} (compare sensitivity).";
    }

    private static Table Assumptions(SensitivityCase sensitivity)
    {
        var table = new Table(["assumption", "scenarios", "conclusions that would be others"], Texts: 1);
        foreach (var row in sensitivity.Rows)
        {
            table.Add(row.Assumption.ToString(), Phrases.Number(row.Scenarios), Phrases.Number(row.Changes.Length));
        }

        return table;
    }

    private static IEnumerable<Block> Changes(SensitivityCase sensitivity) => sensitivity.Telling.SelectMany(row => (Block[])
    [
        new Heading(3, row.Assumption.ToString()),
        .. row.Changes.Select(change => new Item(
            $"{change.Candidate} on {change.Kernel}: "
            + (change.VerdictBefore == change.VerdictAfter ? "" : $"{VerdictWords.Of(change.VerdictBefore)} would be {VerdictWords.Of(change.VerdictAfter)}; ")
            + string.Join("; ", change.Classes.Take(MostClasses).Select(item => $"{item.Title}: {Phrases.Number(item.Before)} -> {Phrases.Number(item.After)}"))
            + (change.Classes.Length > MostClasses ? $"; {Phrases.Number(change.Classes.Length - MostClasses)} more" : ""))),
    ]);

    private static IEnumerable<Block> Verdicts(SensitivityCase sensitivity, MatrixSummary summary, string baseStrategy)
    {
        yield return new Heading(3, "Verdicts");
        foreach (var candidate in summary.Contenders.Select(contender => contender.StrategyName).Distinct().Where(name => name != baseStrategy))
        {
            var (telling, turning) = (Of(row => row.Changes.Any(change => change.Candidate == candidate)), Of(row => row.Changes.Any(change => change.Candidate == candidate && change.VerdictBefore != change.VerdictAfter)));
            yield return new Item($"{baseStrategy} -> {candidate}: "
                + (turning.Length > 0 ? $"the verdict on some kernel hangs on {Phrases.List(turning)}."
                    : telling.Length > 0 ? $"the verdict holds whatever these are; numbers of scenarios hang on {Phrases.List(telling)}."
                    : "everything holds whatever these are."));
        }

        string[] Of(Func<SensitivityRow, bool> isIn) => [.. sensitivity.Rows.Where(isIn).Select(row => row.Assumption.ToString())];
    }
}
