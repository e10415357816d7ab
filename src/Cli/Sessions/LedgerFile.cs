using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>The ledger on disk.</summary>
internal static class LedgerFile
{
    /// <summary>Reads the ledger; none where the usual one does not exist yet.</summary>
    /// <param name="options">Names the ledger.</param>
    /// <param name="isWritten">Whether it will be written, so that one that was named may be missing as well.</param>
    /// <exception cref="InputException">The file is no ledger, or the one that was named does not exist.</exception>
    public static ImmutableArray<LedgerRow> Read(SignOffOptions options, bool isWritten)
    {
        if (isWritten && options.Selection.MatrixFile is { } matrix)
        {
            InputFiles.RefuseOverwrite(options.LedgerPath, [matrix]);
        }

        return (isWritten || options.Ledger is null) && !Path.Exists(options.LedgerPath) ? [] : LedgerTable.Read(options.LedgerPath);
    }

    /// <summary>Writes the ledger with new decisions in place of older ones about the same.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">What it held.</param>
    /// <param name="decided">New decisions.</param>
    /// <returns>What it holds now.</returns>
    public static ImmutableArray<LedgerRow> Write(string path, ImmutableArray<LedgerRow> rows, IReadOnlyCollection<LedgerRow> decided)
    {
        var ids = decided.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<LedgerRow> all = [.. rows.Where(row => !ids.Contains(row.Id)), .. decided];
        using var outputs = new AtomicFiles();
        LedgerTableWriter.Write(all, outputs.CreateTable(path));
        outputs.Commit();
        return all;
    }

    /// <summary>A decision about an item.</summary>
    public static LedgerRow Decide(SignOffItem item, bool isAccepted, string by, DateOnly date, string reason)
        => new(item.Id, isAccepted, by, date, reason, item.Subject, item.Title, item.Scenarios, item.Evidence);
}
