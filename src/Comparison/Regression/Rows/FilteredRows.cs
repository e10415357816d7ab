using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The rows that a filter admits.</summary>
internal sealed class FilteredRows(string path, IRowSource source, DiffColumns columns, Func<FilterSubject, bool> admits) : IRowSource
{
    private readonly RowScenarios _scenarios = new(path, columns);
    private readonly NamePool _names = new();

    public bool Read(TableRow row)
    {
        while (source.Read(row))
        {
            var kernel = _names.Text(_names.CodeOf(row.Field(columns.Kernel)));
            var strategy = _names.Text(_names.CodeOf(row.Field(columns.Strategy)));
            if (admits(new FilterSubject(_scenarios.Of(row), kernel, strategy)))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => source.Dispose();
}
