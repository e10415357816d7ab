using System.Globalization;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Rows that must come in order of their key, each key once. The first that does not ends the reading.</summary>
internal sealed class OrderedRows(string path, IRowSource source, DiffColumns columns) : IRowSource
{
    private readonly TableRow _last = new(columns.Names.Length);
    private bool _hasLast;

    /// <summary>Whether a row came after one that it should stand before.</summary>
    public bool IsOutOfOrder { get; private set; }

    /// <summary>How many rows were read.</summary>
    public long Count { get; private set; }

    public bool Read(TableRow row)
    {
        if (IsOutOfOrder || !source.Read(row))
        {
            return false;
        }

        var order = _hasLast ? row.CompareKey(_last, columns.KeyCount) : 1;
        if (order == 0)
        {
            throw new InputException(
                new InputLocation(path, Math.Max(row.Line, _last.Line)),
                $"found ({string.Join(", ", row.Texts(columns.KeyCount))}) again, which line "
                + $"{Math.Min(row.Line, _last.Line).ToString(CultureInfo.InvariantCulture)} has already; "
                + $"expected ({string.Join(", ", columns.Key)}) unique in the file");
        }

        if (order < 0)
        {
            IsOutOfOrder = true;
            return false;
        }

        RefuseOtherScenario(row);
        _last.CopyFrom(row);
        _hasLast = true;
        Count++;
        return true;
    }

    public void Dispose() => source.Dispose();

    /// <summary>In a table that is ordered by id, rows of one id stand together: they must hold one scenario.</summary>
    private void RefuseOtherScenario(TableRow row)
    {
        if (!_hasLast || !columns.HoldScenarios || columns.ScenarioFields[0] != 0 || !row.HasSameFields(_last, 0, 1))
        {
            return;
        }

        for (var i = 1; i < columns.ScenarioFields.Length; i++)
        {
            var field = columns.ScenarioFields[i];
            if (!row.Field(field).SequenceEqual(_last.Field(field)))
            {
                throw new InputException(
                    new InputLocation(path, row.Line, columns.Names[field]),
                    $"found '{row.Text(field)}' for '{row.Text(0)}', expected '{_last.Text(field)}' as in line "
                    + $"{_last.Line.ToString(CultureInfo.InvariantCulture)}: one id is one scenario");
            }
        }
    }
}
