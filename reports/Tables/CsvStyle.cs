using CsvHelper;

namespace Compare.Reports;

/// <summary>How this program writes CSV.</summary>
internal static class CsvStyle
{
    /// <summary>RFC 4180 but for LF; no BOM. Cells that begin with <c>-</c> or <c>@</c> are data and stay as they are.</summary>
    public static CsvWriterOptions Options { get; } = new()
    {
        Separator = ',',
        NewLine = "\n",
        Quoting = CsvQuoting.WhenNeeded,
        Injection = CsvInjection.None,
        WriteByteOrderMark = false,
        ValidateFieldCount = true,
    };
}
