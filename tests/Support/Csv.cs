namespace Compare.Tests;

/// <summary>Small tables as text.</summary>
internal static class Csv
{
    public const string ScenarioHeader = "id,mount,fs,mapping,geometry,extent,size,thp,steps\n";

    public const string ScenarioRow = "a,dax,rw,private,aligned,written,full,huge,load store\n";

    public const string OutcomeHeader = "id,kernel,strategy,mount,fs,mapping,geometry,extent,size,thp,steps,"
        + "result,page,handler,journal_starts,iomap_starts,thp_fault_fallback,thp_split_pmd,mtime_changed,blocks_delta\n";

    public const string OutcomeRow = "a,v4.13,zwisler,dax,rw,private,aligned,written,full,huge,load store,"
        + "ok|ok,dax|anon,PMD:NOPAGE|,0|0,0|0,0|0,0|0,0|0,0|0\n";

    /// <summary>A line with one cell replaced.</summary>
    public static string With(string header, string line, string column, string cell)
    {
        var cells = line.TrimEnd('\n').Split(',');
        cells[Array.IndexOf(header.TrimEnd('\n').Split(','), column)] = cell;
        return string.Join(',', cells) + "\n";
    }

    public static string Scenario(string column, string cell) => ScenarioHeader + With(ScenarioHeader, ScenarioRow, column, cell);

    public static string Outcome(params (string Column, string Cell)[] changes)
        => OutcomeHeader + changes.Aggregate(OutcomeRow, (line, change) => With(OutcomeHeader, line, change.Column, change.Cell));

    /// <summary>Writes a table as text, quoting every cell, in a given order of columns.</summary>
    public static string Quoted(IEnumerable<string[]> lines, string end)
        => string.Concat(lines.Select(cells =>
            string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + end));
}
