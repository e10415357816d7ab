namespace Compare.Reports;

/// <summary>Writes what the answers of predicates do as CSV: a row for each kernel, input and answer.</summary>
public static class SpaceTableWriter
{
    private static readonly string[] Columns = ["kernel", "write", "shared", "cow_page", "level", "answer", "same_as", "safe", "rule", "witness", "asked_in"];

    /// <summary>Writes the table.</summary>
    /// <param name="space">What there is to say.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    /// <param name="spreadsheetSafe">Whether cells that a spreadsheet would take for formulas have an apostrophe before them.</param>
    public static void Write(SpaceCase space, Stream destination, bool spreadsheetSafe = false)
    {
        using var csv = CsvTable.Create(destination, Columns, spreadsheetSafe: spreadsheetSafe);
        foreach (var kernel in space.Kernels)
        {
            foreach (var cell in kernel.Cells)
            {
                foreach (var answer in PredicateAnswer.All)
                {
                    var same = cell.Answers.First(item => item.Answers.Contains(answer));
                    csv.Row(
                    [
                        kernel.Kernel,
                        Bit(cell.Cell.IsWrite),
                        Bit(cell.Cell.IsShared),
                        Bit(cell.Cell.HasCowPage),
                        cell.Cell.LevelText,
                        answer.Text,
                        same.Answers[0].Text,
                        Bit(same.IsSafe),
                        same.Breaks?.Id ?? "",
                        same.Witness is { } witness ? ScenarioText.PrintShort(witness) : "",
                        ScenarioText.PrintShort(cell.Smallest),
                    ]);
                }
            }
        }
    }

    private static string Bit(bool value) => value ? "1" : "0";
}
