using CsvHelper;

namespace Compare.Scenarios;

/// <summary>What breaks the rules of CSV, in words.</summary>
internal static class CsvProblems
{
    /// <summary>The error for a record.</summary>
    public static InputException Of(string path, CsvMalformedRecord record) => new(new InputLocation(path, record.LineNumber), record.Reason switch
    {
        CsvMalformedReason.StrayQuote => "found a quote inside a field that does not begin with one, expected the field in quotes and the quote doubled",
        CsvMalformedReason.TextAfterClosingQuote => "found text after the closing quote of a field, expected a comma or the end of the line",
        CsvMalformedReason.UnterminatedQuote => "found a quote that is never closed in the row that begins here, expected the closing one",
        _ => $"found malformed CSV: {record.Reason}",
    });
}
