namespace Compare.Reports;

/// <summary>What <c>check</c> says: agreement per kernel, strategy, kind of row and measure, then the first mismatches.</summary>
public static class CheckReport
{
    private const int ShownMismatches = 20;

    private static readonly Measure[] Measures = Enum.GetValues<Measure>();

    /// <summary>Makes the report.</summary>
    /// <param name="check">What was checked.</param>
    public static Document Of(ObservationCheck check)
    {
        var table = new Table(["kernel", "strategy", "kind", "rows", .. OutcomeColumns.Measures], Texts: 3, Keys: 3);
        foreach (var (key, agreement) in check.Agreements)
        {
            table.Add(
            [
                key.Kernel,
                key.Strategy,
                key.RowKind,
                Shown(agreement.AgreeingRows, agreement.Rows),
                .. Measures.Select(measure => Shown(agreement.Agreeing(measure), agreement.Values(measure))),
            ]);
        }

        return new Document(
        [
            new Heading(2, "Observed rows, and values of each measure, that agree with the model"),
            new Paragraph("A row has one value for each step that ran. kind: how the row's id begins."),
            table,
            .. check.Mismatches.Count > 0 ? Mismatches(check) : [],
            new Paragraph(Total(check)),
        ]);
    }

    private static Words Shown(long agreeing, long all) => Words.Of(Phrases.Of(agreeing, all), agreeing == all ? Tone.Plain : Tone.Bad);

    private static IEnumerable<Block> Mismatches(ObservationCheck check)
    {
        yield return new Heading(2, check.Mismatches.Count > ShownMismatches
            ? $"The first {Phrases.Of(ShownMismatches, check.Mismatches.Count)} values that do not agree"
            : "Values that do not agree");
        var table = new Table([.. MismatchTable.Columns], MismatchTable.Columns.Length, Keys: 5);
        table.Rows.AddRange(check.Mismatches.Take(ShownMismatches)
            .Select(mismatch => MismatchTable.Cells(mismatch).Select(cell => (Words)cell).ToArray()));
        yield return table;
    }

    private static string Total(ObservationCheck check)
    {
        var groups = check.Agreements.Select(item => item.Value).ToArray();
        var agreeing = groups.Sum(group => group.AgreeingRows);
        var values = groups.Sum(group => Measures.Sum(group.Values));
        var agreeingValues = groups.Sum(group => Measures.Sum(group.Agreeing));
        var unknown = groups.Sum(group => group.Unknown);
        return $"{Phrases.Of(agreeing, groups.Sum(group => group.Rows), "row")} and {Phrases.Of(agreeingValues, values, "value")} agree"
            + (unknown == 0 ? "." : $"; values that were recorded as unknown (?), passed over: {Phrases.Number(unknown)}.");
    }
}
