using CsvHelper;

namespace Compare.Reports;

/// <summary>How this program writes CSV.</summary>
internal static class CsvTable
{
    /// <summary>RFC 4180 but for LF; no BOM. Cells that begin with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> are data and stay as they are.</summary>
    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ',',
        NewLine = "\n",
        Quoting = CsvQuoting.WhenNeeded,
        Injection = CsvInjection.None,
        WriteByteOrderMark = false,
        ValidateFieldCount = true,
    };

    /// <summary>The same for a spreadsheet, which takes such cells for formulas: an apostrophe stands before them. It is not read back.</summary>
    private static readonly CsvWriterOptions SpreadsheetOptions = Options with
    {
        Injection = CsvInjection.Escape,
        InjectionCharacters = CellText.FormulaStarts,
        InjectionEscape = CellText.FormulaGuard,
    };

    /// <summary>Begins a table and writes the header.</summary>
    /// <param name="destination">Where the text goes.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="leaveOpen">Whether the destination stays open at the end.</param>
    /// <param name="spreadsheetSafe">Whether no cell may be taken for a formula.</param>
    public static CsvWriter Create(Stream destination, IEnumerable<string> columns, bool leaveOpen = false, bool spreadsheetSafe = false)
    {
        var csv = CsvWriter.Create(destination, spreadsheetSafe ? SpreadsheetOptions : Options, leaveOpen);
        csv.WriteHeader(columns.ToArray());
        return csv;
    }

    /// <summary>Writes a row.</summary>
    public static void Row(this CsvWriter csv, IEnumerable<string> cells)
    {
        csv.Fields(cells);
        csv.EndRecord();
    }

    /// <summary>Writes some fields of a row.</summary>
    public static void Fields(this CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }
    }

    /// <summary>Writes a scenario without its id, as every table has it.</summary>
    public static void Fields(this CsvWriter csv, Scenario scenario)
    {
        for (var i = 1; i < ScenarioColumns.All.Length; i++)
        {
            csv.WriteField(ScenarioColumns.Text(scenario, ScenarioColumns.All[i]));
        }
    }
}
