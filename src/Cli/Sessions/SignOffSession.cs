using System.Collections.Immutable;
using System.Reflection;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Runs what is to be signed and holds it to the ledger.</summary>
/// <param name="options">What it is about.</param>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="writesLedger">Whether the ledger will be written, so that it may be missing.</param>
internal sealed class SignOffSession(SignOffOptions options, Terminal terminal, bool writesLedger = false)
{
    private const string ValidityResource = "VALIDITY.json";

    private ImmutableArray<LedgerRow> _ledger = [];

    /// <summary>Runs the matrix.</summary>
    /// <exception cref="InputException">An option, a strategy or the ledger cannot be used.</exception>
    public SignOffCase Run()
    {
        _ledger = ReadLedger();
        var selection = Selection.Of(options.Selection);
        var (scenarios, contenders) = selection.Shared([.. selection.Scenarios(terminal).Scenarios], [.. selection.Contenders]);
        Selection.RefuseNothing(selection.Filter, scenarios.Length);

        // Everything runs twice: block by block for the findings and the hash of the table, and once more to compare any two.
        return ProgressBar.Run(terminal, 2 * scenarios.Length, report => Run(scenarios, contenders, selection.Filter?.ToString(), report));
    }

    /// <summary>Writes decisions into the ledger, in place of older ones about the same.</summary>
    /// <param name="items">Items of the run.</param>
    /// <param name="isAccepted">Accepted, or rejected.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="date">When.</param>
    /// <param name="reason">Why.</param>
    public void Decide(IReadOnlyCollection<SignOffItem> items, bool isAccepted, string by, DateOnly date, string reason)
    {
        var ids = items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        _ledger =
        [
            .. _ledger.Where(row => !ids.Contains(row.Id)),
            .. items.Select(item => new LedgerRow(
                item.Id, isAccepted, by, date, reason, item.Subject, item.Title, item.Scenarios, item.Evidence)),
        ];
        using var outputs = new AtomicFiles();
        LedgerTableWriter.Write(_ledger, outputs.CreateTable(options.LedgerPath));
        outputs.Commit();
    }

    private static ValidityTotals Validity()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ValidityResource)!;
        return ValidityTotals.Read(stream);
    }

    /// <summary>The ledger; none where the usual one does not exist yet, or where one that will be written does not.</summary>
    private ImmutableArray<LedgerRow> ReadLedger()
    {
        if (writesLedger && options.Selection.MatrixFile is { } matrix)
        {
            InputFiles.RefuseOverwrite(options.LedgerPath, [matrix]);
        }

        return (writesLedger || options.Ledger is null) && !Path.Exists(options.LedgerPath) ? [] : LedgerTable.Read(options.LedgerPath);
    }

    private SignOffCase Run(ImmutableArray<Scenario> scenarios, ImmutableArray<Contender> contenders, string? where, Action<int> report)
    {
        var jobs = Environment.ProcessorCount;
        var collector = new FindingCollector(contenders);
        using var hashes = new TableHashes();
        var summary = new MatrixRun(contenders, jobs).Run(scenarios, block =>
        {
            collector.Add(block);
            hashes.Add(block);
            report(block.Scenarios.Count);
        });
        var (matrixHash, outcomeHash) = hashes.Finish();
        var matrix = OutcomeMatrix.Run(scenarios, contenders, jobs, report);
        var explainer = new PairExplainer(matrix, [], jobs);
        var pairs = explainer.Explain(summary.Pairs.Select(pair => (pair.Left, pair.Right)));
        var items = SignOffItem.Of(collector.Finish(summary, explainer.Finder, jobs), pairs, matrix);
        return new SignOffCase(
            Baseline.Version,
            Path.GetFileName(options.Selection.MatrixName),
            where,
            options.Selection.ContenderWords,
            matrixHash,
            outcomeHash,
            hashes.Rows,
            summary,
            pairs,
            Standing.Of(items, _ledger, options.LedgerPath, contenders),
            Validity());
    }
}
