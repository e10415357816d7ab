using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Packed rows as points of the columns of conditions, each point once.</summary>
internal sealed class RowPoints
{
    /// <summary>Lists of steps that are told apart; with more, conditions do without the steps before the last.</summary>
    private const int MostPriors = ushort.MaxValue;

    private readonly PackedRow[] _rows;
    private readonly int[] _starts;

    private RowPoints(PackedRow[] rows, int[] starts, ImmutableArray<RowColumn> columns, PointTable table)
        => (_rows, _starts, Columns, Table) = (rows, starts, columns, table);

    /// <summary>The columns in which the rows differ, at least one.</summary>
    public ImmutableArray<RowColumn> Columns { get; }

    /// <summary>The points.</summary>
    public PointTable Table { get; }

    /// <summary>How many rows stand at a point.</summary>
    public int RowsAt(int point) => (point + 1 < _starts.Length ? _starts[point + 1] : _rows.Length) - _starts[point];

    /// <summary>For each point whether it has rows of a class, and whether a point has rows of this class and others.</summary>
    public (bool[] IsOn, bool IsMixed) Of(int rowClass)
    {
        var isOn = new bool[_starts.Length];
        var isMixed = false;
        for (var point = 0; point < isOn.Length; point++)
        {
            var rows = _rows.AsSpan(_starts[point], RowsAt(point));
            var count = 0;
            foreach (var row in rows)
            {
                count += row.Class == rowClass ? 1 : 0;
            }

            isOn[point] = count > 0;
            isMixed |= count > 0 && count < rows.Length;
        }

        return (isOn, isMixed);
    }

    /// <summary>The points of rows, which are taken from where they are.</summary>
    public static RowPoints Of(PackedRows packed, NamePool kernels, NamePool strategies)
    {
        var rows = packed.TakeSorted();
        var starts = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == 0 || !rows[i].IsAt(rows[i - 1]))
            {
                starts.Add(i);
            }
        }

        var texts = Texts(packed, kernels, strategies);
        var columns = new List<RowColumn>();
        var codes = new List<ushort[]>();
        foreach (var (name, textOf) in texts)
        {
            var found = new Dictionary<string, ushort>(StringComparer.Ordinal);
            var column = new ushort[starts.Count];
            for (var i = 0; i < column.Length && found.Count < MostPriors; i++)
            {
                var text = textOf(rows[starts[i]]);
                if (!found.TryGetValue(text, out var code))
                {
                    code = (ushort)found.Count;
                    found.Add(text, code);
                }

                column[i] = code;
            }

            // A column that does not vary says nothing; if none does, one has to stand for all.
            if (found.Count == MostPriors || (found.Count < 2 && (name != "strategy" || columns.Count > 0)))
            {
                continue;
            }

            var known = name is "kernel" or "strategy" ? RowColumn.OfContender(name, found.Keys) : RowColumn.OfScenario(name, found.Keys);
            var renamed = new ushort[found.Count];
            for (var value = 0; value < renamed.Length; value++)
            {
                renamed[found[known.Values[value]]] = (ushort)value;
            }

            columns.Add(known);
            codes.Add(Array.ConvertAll(column, code => renamed[code]));
        }

        return new RowPoints(rows, [.. starts], [.. columns], TableOf(columns, codes, starts.Count));
    }

    private static PointTable TableOf(List<RowColumn> columns, List<ushort[]> codes, int count)
    {
        var all = new ushort[count * columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            for (var point = 0; point < count; point++)
            {
                all[(point * columns.Count) + column] = codes[column][point];
            }
        }

        return new PointTable([.. columns.Select(column => column.Values.Length)], all);
    }

    private static IEnumerable<(string Name, Func<PackedRow, string> TextOf)> Texts(PackedRows packed, NamePool kernels, NamePool strategies)
    {
        for (var axis = 1; axis < ScenarioColumns.All.Length - 1; axis++)
        {
            var index = axis - 1;
            yield return (ScenarioColumns.All[axis], row => packed.AxisText(row, index));
        }

        var steps = StepParts.Of(packed.Steps);
        yield return ("access", row => steps[row.Steps].Access);
        yield return ("at", row => steps[row.Steps].At);
        yield return ("prior", row => steps[row.Steps].Prior);
        yield return ("kernel", row => kernels.Text(row.Kernel));
        yield return ("strategy", row => strategies.Text(row.Strategy));
    }
}
