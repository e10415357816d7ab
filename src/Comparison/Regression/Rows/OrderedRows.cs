using System.Globalization;
using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>The rows of a table in order of their key, each key once: as they come in the file, or sorted in memory.</summary>
/// <param name="path">The file.</param>
/// <param name="file">Its rows.</param>
/// <param name="sorted">The same rows sorted; <see langword="null"/> where they are read as they come. Then the first that is out of order
/// ends the reading.</param>
/// <param name="columns">Their columns.</param>
internal sealed class OrderedRows(string path, FileRows file, SortedRows? sorted, DiffColumns columns) : IDisposable
{
    private readonly bool _isById = columns.HoldScenarios && columns.ScenarioFields[0] == 0;
    private TableRow? _last;

    /// <summary>The line of a row that came after one that it should stand before; 0 if there was none.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>Takes the next row.</summary>
    /// <returns>The row, valid until two more are taken; <see langword="null"/> after the last one.</returns>
    /// <exception cref="InputException">It cannot be used, its key was there before, or its scenario contradicts another row.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TableRow? Read()
    {
        var row = OutOfOrder > 0 ? null : sorted is null ? file.Read() : sorted.Read();
        if (row is null)
        {
            return null;
        }

        var last = _last ?? row;
        var order = _last is null ? 1 : row.CompareKey(last, columns.KeyCount);
        if (order == 0)
        {
            throw new InputException(
                new InputLocation(path, Math.Max(row.Line, last.Line)),
                $"found ({string.Join(", ", row.Texts(columns.KeyCount))}) again, which line "
                + $"{Math.Min(row.Line, last.Line).ToString(CultureInfo.InvariantCulture)} has already; "
                + $"expected ({string.Join(", ", columns.Key)}) unique in the file");
        }

        if (order < 0)
        {
            OutOfOrder = row.Line;
            return null;
        }

        if (_isById && row.HasSameFields(last, 0, 1))
        {
            RefuseOtherScenario(row, last);
        }

        _last = row;
        return row;
    }

    public void Dispose() => file.Dispose();

    /// <summary>In a table that is ordered by id, rows of one id stand together: they must hold one scenario.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RefuseOtherScenario(TableRow row, TableRow last)
    {
        foreach (var field in columns.ScenarioFields)
        {
            if (!row.HasSameFields(last, field, 1))
            {
                throw new InputException(
                    new InputLocation(path, row.Line, columns.Names[field]),
                    $"found '{row.Text(field)}' for '{row.Text(0)}', expected '{last.Text(field)}' as in line "
                    + $"{last.Line.ToString(CultureInfo.InvariantCulture)}: one id is one scenario");
            }
        }
    }
}
