using System.Globalization;

namespace Compare.Scenarios;

/// <summary>Reads the ledger of who accepted what. People edit it by hand, so everything that is not as written by the program is refused.</summary>
public static class LedgerTable
{
    private static readonly ImmutableArray<string> Decisions =
    [
        LedgerColumns.Accepted, LedgerColumns.Rejected, LedgerColumns.Was + LedgerColumns.Accepted, LedgerColumns.Was + LedgerColumns.Rejected,
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">A CSV file; columns and rows may stand in any order.</param>
    /// <returns>The rows, in ordinal order of the id, those of an id as they stand; none where the file has a header only.</returns>
    /// <exception cref="InputException">The file is no ledger; with file, line and column.</exception>
    public static ImmutableArray<LedgerRow> Read(string path)
    {
        using var rows = new TableRecords(path, LedgerColumns.All);
        if (!rows.Extra.IsEmpty)
        {
            throw rows.Error(null, $"found unknown column {Problem.Quote(rows.Extra[0])}, expected only {string.Join(", ", LedgerColumns.All)}", line: 1);
        }

        var found = new List<LedgerRow>();
        var counting = new Dictionary<string, LedgerRow>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var row = ReadRow(rows);
            found.Add(row);
            if (!row.IsReplaced && !counting.TryAdd(row.Id, row))
            {
                var first = counting[row.Id].Line.ToString(CultureInfo.InvariantCulture);
                throw rows.Error("id", $"found {Problem.Quote(row.Id)} again, which line {first} has already; expected one decision for each id");
            }
        }

        return found.Find(row => !counting.ContainsKey(row.Id)) is { } alone
            ? throw rows.Error("decision", $"found '{LedgerColumns.Was}…' and no later decision about {Problem.Quote(alone.Id)}, expected the one that took its place", alone.Line)
            : [.. found.OrderBy(row => row.Id, StringComparer.Ordinal)];
    }

    /// <summary>A date as it is written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    public static bool TryParseDate(ReadOnlySpan<char> text, out DateOnly date)
        => DateOnly.TryParseExact(text, LedgerColumns.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static LedgerRow ReadRow(TableRecords rows)
    {
        var decision = Text(rows, "decision");
        if (!Decisions.Contains(decision))
        {
            throw rows.Error("decision", Problem.UnknownWord(decision, Decisions));
        }

        var date = Text(rows, "date");
        if (!TryParseDate(date, out var day))
        {
            throw rows.Error("date", $"found {Problem.Quote(date)}, expected a date as in 2017-08-23");
        }

        var count = Text(rows, "scenarios");
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var scenarios) || scenarios < 1)
        {
            throw rows.Error("scenarios", $"found {Problem.Quote(count)}, expected a number of at least 1");
        }

        var evidence = Text(rows, "evidence");
        if (evidence.Length != 32 || !evidence.All(char.IsAsciiHexDigitLower))
        {
            throw rows.Error("evidence", $"found {Problem.Quote(evidence)}, expected a hash of 32 small hexadecimal digits");
        }

        return new LedgerRow(
            Text(rows, "id"),
            decision.EndsWith(LedgerColumns.Accepted, StringComparison.Ordinal),
            Text(rows, "by"),
            day,
            Text(rows, "reason"),
            Text(rows, "subject"),
            Text(rows, "change"),
            scenarios,
            evidence,
            decision.StartsWith(LedgerColumns.Was, StringComparison.Ordinal),
            rows.Line);
    }

    private static string Text(TableRecords rows, string column)
    {
        var text = rows.Text(LedgerColumns.All.IndexOf(column)).ToString();
        return string.IsNullOrWhiteSpace(text) ? throw rows.Error(column, "found nothing, expected a text") : text;
    }
}
