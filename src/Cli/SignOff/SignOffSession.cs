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
    private const string ValidityResource = "VALIDITY.md";

    /// <summary>The rows of the ledger.</summary>
    public ImmutableArray<LedgerRow> Ledger { get; private set; } = [];

    /// <summary>Runs the matrix.</summary>
    /// <exception cref="InputException">An option, a strategy or the ledger cannot be used.</exception>
    public SignOffCase Run()
    {
        Ledger = LedgerFile.Read(options, writesLedger);
        var contenders = Contender.Product(Catalogue.SelectKernels(options.Kernels), StrategySelection.Of(options.Strategies));
        var where = options.Where is null ? null : FilterExpression.Parse(options.Where, FilterVocabulary.ScenarioOnly);
        ImmutableArray<Scenario> scenarios =
        [
            .. ScenarioSource.Of(options.Matrix, terminal).Scenarios.Where(scenario => where is null || where.Matches(new FilterSubject(scenario))),
        ];
        if (scenarios.IsEmpty)
        {
            throw new InputException($"--where: found nothing for which '{where}' holds, expected at least one");
        }

        return ProgressBar.Run(terminal, scenarios.Length, report => Run(scenarios, contenders, where?.ToString(), report));
    }

    private static string Version() => typeof(SignOffSession).Assembly.GetName().Version!.ToString(fieldCount: 3);

    private static ValidityTotals Validity()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ValidityResource)!;
        using var reader = new StreamReader(stream);
        return ValidityTotals.Of(reader.ReadToEnd());
    }

    private SignOffCase Run(ImmutableArray<Scenario> scenarios, ImmutableArray<Contender> contenders, string? where, Action<int> report)
    {
        var jobs = Environment.ProcessorCount;
        using var hashes = new TableHashes();
        var outcomes = new MatrixRun(contenders, jobs).Run(scenarios, report);
        hashes.Add(outcomes);
        var (matrixHash, outcomeHash) = hashes.Finish();
        var summary = MatrixSummary.Of(outcomes);
        var explainer = new PairExplainer(outcomes, [], jobs);
        var pairs = explainer.Explain(summary.Pairs.Select(pair => (pair.Left, pair.Right)));
        var items = SignOffItem.Of(Finding.Of(outcomes, explainer.Finder, jobs), pairs);
        return new SignOffCase(
            Version(),
            Path.GetFileName(options.Matrix),
            where,
            (options with { Matrix = ScenarioSource.Standard, Where = null, Ledger = null }).Words,
            matrixHash,
            outcomeHash,
            hashes.Rows,
            summary,
            [.. contenders.DistinctBy(contender => contender.StrategyName).Select(contender => StrategyDescription.Of(contender.Strategy))],
            pairs,
            Standing.Of(items, Ledger, options.LedgerPath, contenders),
            Validity());
    }
}
