using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Counts rows that one table alone has, by kernel and strategy.</summary>
internal sealed class OneSideTally(DiffColumns columns)
{
    private readonly Dictionary<(int Kernel, int Strategy), (long Rows, List<ImmutableArray<string>> First)> _groups = [];

    /// <summary>Adds a row.</summary>
    public void Add(TableRow row, int kernel, int strategy)
    {
        if (!_groups.TryGetValue((kernel, strategy), out var group))
        {
            group.First = [];
        }

        if (group.First.Count < OneSideRows.Shown)
        {
            group.First.Add([.. row.Texts(columns.KeyCount)]);
        }

        _groups[(kernel, strategy)] = (group.Rows + 1, group.First);
    }

    /// <summary>The rows in groups: those of a strategy or a kernel that the other table does not have, and the rest.</summary>
    public ImmutableArray<OneSideRows> Groups(Func<int, bool> otherHasKernel, Func<int, bool> otherHasStrategy, NamePool kernels, NamePool strategies)
        =>
        [
            .. _groups
                .GroupBy(item => !otherHasStrategy(item.Key.Strategy) ? ("strategy", strategies.Text(item.Key.Strategy))
                    : !otherHasKernel(item.Key.Kernel) ? ("kernel", kernels.Text(item.Key.Kernel))
                    : ("", ""))
                .OrderBy(group => group.Key.Item1, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Item2, StringComparer.Ordinal)
                .Select(group => new OneSideRows(
                    group.Key.Item1,
                    group.Key.Item2,
                    group.Sum(item => item.Value.Rows),
                    group.Key.Item1.Length > 0
                        ? []
                        : [.. group.SelectMany(item => item.Value.First).OrderBy(key => string.Join('\0', key), StringComparer.Ordinal).Take(OneSideRows.Shown)])),
        ];
}
