using System.Collections.Immutable;
using System.Reflection;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Runs what is to be signed and holds it to the ledger.</summary>
/// <param name="options">What it is about.</param>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="writesLedger">Whether the ledger will be written, so that it may be missing.</param>
internal sealed class SignOffSession(SignOffOptions options, Terminal terminal, bool writesLedger = false)
{
    private const string ValidityResource = "VALIDITY.json";

    /// <summary>The rows of the ledger.</summary>
    public ImmutableArray<LedgerRow> Ledger { get; private set; } = [];

    /// <summary>Runs the matrix.</summary>
    /// <exception cref="InputException">An option, a strategy or the ledger cannot be used.</exception>
    public SignOffCase Run()
    {
        Ledger = LedgerFile.Read(options, writesLedger);
        var selection = Selection.Of(options.Selection);
        var (scenarios, contenders) = selection.Shared([.. selection.Scenarios(terminal).Scenarios], [.. selection.Contenders]);
        Selection.RefuseNothing(selection.Filter, scenarios.Length);

        // Everything runs twice: block by block for the findings and the hash of the table, and once more to compare any two.
        return ProgressBar.Run(terminal, 2 * scenarios.Length, report => Run(scenarios, contenders, selection.Filter?.ToString(), report));
    }

    private static ValidityTotals Validity()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ValidityResource)!;
        return ValidityTotals.Read(stream);
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
            Standing.Of(items, Ledger, options.LedgerPath, contenders),
            Validity());
    }
}
