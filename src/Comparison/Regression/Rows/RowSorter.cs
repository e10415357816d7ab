
namespace Compare.Comparison;

/// <summary>Sorts rows on disk: as many as fit into a fixed budget are sorted in memory and written as one run, and the runs are merged.</summary>
internal static class RowSorter
{
    private const int BudgetBytes = 32 << 20;

    /// <summary>Reads all rows of a source and gives them back in order of their key, equal keys in order of their lines.</summary>
    /// <param name="source">Rows in any order; read to its end.</param>
    /// <param name="columns">Their columns.</param>
    public static IRowSource Sort(IRowSource source, DiffColumns columns)
    {
        var spill = SpillFile.Create();
        try
        {
            var runs = new List<(long Start, long End)>();
            var batch = new RowBatch(columns, BudgetBytes);
            var row = new TableRow(columns.Names.Length);
            while (source.Read(row))
            {
                if (!batch.TryAdd(row))
                {
                    runs.Add(batch.WriteTo(spill));
                    batch.TryAdd(row);
                }
            }

            runs.Add(batch.WriteTo(spill));
            return new MergedRuns(spill, runs, columns);
        }
        catch
        {
            spill.Dispose();
            throw;
        }
    }
}
