namespace Compare.Comparison;

/// <summary>The scenarios of rows. That of the row before is kept: rows of one scenario stand together.</summary>
internal sealed class RowScenarios
{
    private readonly DiffColumns _columns;
    private readonly ScenarioReader _reader;
    private readonly TableRow _row;
    private Scenario? _scenario;

    public RowScenarios(string path, DiffColumns columns)
    {
        _columns = columns;
        _row = new TableRow(columns.Names.Length);
        _reader = new ScenarioReader(
            column => _row.Text(columns.ScenarioFields[column]),
            (column, problem) => new InputException(new InputLocation(path, _row.Line, column), problem));
    }

    /// <summary>The scenario of a row.</summary>
    /// <exception cref="InputException">Its columns contradict each other.</exception>
    public Scenario Of(TableRow row)
    {
        if (_scenario is null || !IsSame(row))
        {
            _row.CopyFrom(row);
            _scenario = _reader.Read();
        }

        return _scenario;
    }

    private bool IsSame(TableRow row)
    {
        foreach (var field in _columns.ScenarioFields)
        {
            if (!row.HasSameFields(_row, field, 1))
            {
                return false;
            }
        }

        return true;
    }
}
