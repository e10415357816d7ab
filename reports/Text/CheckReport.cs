using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>What <c>check</c> prints: agreement per kernel, strategy, kind of row and measure, then the first mismatches.</summary>
public static class CheckReport
{
    private const int ShownMismatches = 20;

    /// <summary>Writes the report.</summary>
    /// <param name="check">What was checked.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(ObservationCheck check, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(screen);
        var table = Tables.Create(3, ["kernel", "strategy", "kind", "rows", .. OutcomeColumns.Measures]);
        foreach (var (key, agreement) in check.Agreements)
        {
            table.Row(
            [
                key.Kernel,
                key.Strategy,
                key.RowKind,
                Numbers.Of(agreement.AgreeingRows, agreement.Rows),
                .. Enum.GetValues<Measure>().Select(measure => Numbers.Of(agreement.Agreeing(measure), agreement.Values(measure))),
            ]);
        }

        screen.Table(table);
        screen.Line();
        WriteTotal(check, screen);
        WriteMismatches(check, screen);
    }

    private static void WriteTotal(ObservationCheck check, Screen screen)
    {
        var measures = Enum.GetValues<Measure>();
        var groups = check.Agreements.Values;
        var rows = groups.Sum(group => group.Rows);
        var agreeing = groups.Sum(group => group.AgreeingRows);
        var values = groups.Sum(group => measures.Sum(group.Values));
        var agreeingValues = groups.Sum(group => measures.Sum(group.Agreeing));
        var unknown = groups.Sum(group => group.Unknown);
        screen.Line(
            $"{Numbers.Of(agreeing, rows)} rows and {Numbers.Of(agreeingValues, values)} values agree"
            + $"; {Numbers.Text(unknown)} values could not be told when they were observed and are passed over.");
    }

    private static void WriteMismatches(ObservationCheck check, Screen screen)
    {
        if (check.Mismatches.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"Mismatches, the first {Numbers.Of(Math.Min(ShownMismatches, check.Mismatches.Count), check.Mismatches.Count)}:");
        screen.Line();
        var table = Tables.Create(8, "id", "kernel", "strategy", "step", "does", "measure", "expected", "actual");
        foreach (var mismatch in check.Mismatches.Take(ShownMismatches))
        {
            table.Row(MismatchColumns.Cells(mismatch));
        }

        screen.Table(table);
    }
}
