using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The measures of a row as cells. What a table has no column for stands as <c>?</c> in every step.</summary>
internal static class RowOutcome
{
    /// <summary>The nine cells.</summary>
    /// <exception cref="InputException">They contradict each other, or the scenario.</exception>
    public static string[] CellsOf(TableRow row, Scenario scenario, DiffColumns columns, string path)
    {
        var cells = new string[columns.MeasureFields.Length];
        var result = row.Text(columns.MeasureFields[(int)Measure.Result]);
        var steps = result.AsSpan().Count('|') + 1;
        for (var i = 0; i < cells.Length; i++)
        {
            var field = columns.MeasureFields[i];
            cells[i] = field < 0 ? string.Join('|', Enumerable.Repeat("?", steps)) : row.Text(field);
            var found = cells[i].AsSpan().Count('|') + 1;
            if (found != steps)
            {
                throw new InputException(
                    new InputLocation(path, row.Line, OutcomeColumns.Measures[i]), $"found {found} values, expected {steps}, as many as in result");
            }
        }

        if (columns.MeasureFields.Contains(-1))
        {
            return cells;
        }

        try
        {
            OutcomeRow.Create(scenario, row.Text(columns.Kernel), row.Text(columns.Strategy), cells);
        }
        catch (ArgumentException contradiction)
        {
            throw new InputException(new InputLocation(path, row.Line), contradiction.Message.Replace(" (Parameter 'cells')", "", StringComparison.Ordinal), contradiction);
        }

        return cells;
    }
}
