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
    private readonly TableRow _last = new(columns.Names.Length);
    private readonly bool _isById = columns.HoldScenarios && columns.ScenarioFields[0] == 0;

    /// <summary>The line of a row that came after one that it should stand before; 0 if there was none.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>How many rows were read.</summary>
    public long Count { get; private set; }

    /// <summary>Reads the next row.</summary>
    /// <param name="row">Filled with it.</param>
    /// <param name="known">See <see cref="FileRows.Read"/>.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InputException">It cannot be used, its key was there before, or its scenario contradicts another row.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read(TableRow row, TableRow known)
    {
        if (OutOfOrder > 0 || !(sorted is null ? file.Read(row, known) : sorted.Read(row)))
        {
            return false;
        }

        var order = Count == 0 ? 1 : row.CompareKey(_last, columns.KeyCount);
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
            OutOfOrder = row.Line;
            return false;
        }

        if (Count > 0 && _isById && row.HasSameFields(_last, 0, 1))
        {
            RefuseOtherScenario(row);
        }

        _last.CopyFrom(row);
        Count++;
        return true;
    }

    public void Dispose() => file.Dispose();

    /// <summary>In a table that is ordered by id, rows of one id stand together: they must hold one scenario.</summary>
    private void RefuseOtherScenario(TableRow row)
    {
        foreach (var field in columns.ScenarioFields)
        {
            if (!row.HasSameFields(_last, field, 1))
            {
                throw new InputException(
                    new InputLocation(path, row.Line, columns.Names[field]),
                    $"found '{row.Text(field)}' for '{row.Text(0)}', expected '{_last.Text(field)}' as in line "
                    + $"{_last.Line.ToString(CultureInfo.InvariantCulture)}: one id is one scenario");
            }
        }
    }
}
