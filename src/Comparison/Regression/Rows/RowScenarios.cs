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
        if (_scenario is null || !_columns.ScenarioFields.All(field => row.Field(field).SequenceEqual(_row.Field(field))))
        {
            _row.CopyFrom(row);
            _scenario = _reader.Read();
        }

        return _scenario;
    }
}
