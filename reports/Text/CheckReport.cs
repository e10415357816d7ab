using Compare.Comparison;
using Spectre.Console;

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
        screen.Heading("Observed rows, and values of each measure, that agree with the model");
        screen.Line("A row has one value for each step that ran. kind: how the row's id begins.");
        screen.Line();
        var table = Tables.Create(3, ["kernel", "strategy", "kind", "rows", .. OutcomeColumns.Measures]);
        foreach (var (key, agreement) in check.Agreements)
        {
            table.AddRow(
            [
                Markup.Escape(key.Kernel),
                Markup.Escape(key.Strategy),
                Markup.Escape(key.RowKind),
                Shown(agreement.AgreeingRows, agreement.Rows),
                .. Enum.GetValues<Measure>().Select(measure => Shown(agreement.Agreeing(measure), agreement.Values(measure))),
            ]);
        }

        screen.Table(table, keys: 3);
        screen.Line();
        WriteMismatches(check, screen);
        WriteTotal(check, screen);
    }

    private static string Shown(long agreeing, long all) =>
        agreeing == all ? Numbers.Text(all) : Tables.InColour(Numbers.Of(agreeing, all), "red");

    private static void WriteTotal(ObservationCheck check, Screen screen)
    {
        var measures = Enum.GetValues<Measure>();
        var groups = check.Agreements.Select(item => item.Value).ToArray();
        var rows = groups.Sum(group => group.Rows);
        var agreeing = groups.Sum(group => group.AgreeingRows);
        var values = groups.Sum(group => measures.Sum(group.Values));
        var agreeingValues = groups.Sum(group => measures.Sum(group.Agreeing));
        var unknown = groups.Sum(group => group.Unknown);
        screen.Line(
            $"{Numbers.Of(agreeing, rows, "row")} and {Numbers.Of(agreeingValues, values, "value")} agree"
            + (unknown == 0 ? "." : $"; values that were recorded as unknown (?), passed over: {Numbers.Text(unknown)}."));
    }

    private static void WriteMismatches(ObservationCheck check, Screen screen)
    {
        if (check.Mismatches.Count == 0)
        {
            return;
        }

        screen.Heading(check.Mismatches.Count > ShownMismatches
            ? $"The first {Numbers.Of(ShownMismatches, check.Mismatches.Count)} values that do not agree"
            : "Values that do not agree");
        screen.Line();
        var table = Tables.Create(MismatchColumns.All.Length, MismatchColumns.All);
        foreach (var mismatch in check.Mismatches.Take(ShownMismatches))
        {
            table.Row(MismatchColumns.Cells(mismatch));
        }

        screen.Table(table, keys: 5);
        screen.Line();
    }
}
