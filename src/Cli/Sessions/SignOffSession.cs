namespace Compare.Cli;

/// <summary>Runs what is to be signed and holds it to the ledger.</summary>
/// <param name="options">What it is about.</param>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="writesLedger">Whether the ledger will be written, so that it may be missing.</param>
internal sealed class SignOffSession(SignOffOptions options, Terminal terminal, bool writesLedger = false)
{
    /// <summary>How long to wait for others who write the ledger; each needs some milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private ImmutableArray<LedgerRow> _ledger = [];

    /// <summary>Whether the last decision was the first of a ledger that was not there.</summary>
    public bool IsNewLedger { get; private set; }

    /// <summary>Runs the matrix.</summary>
    /// <param name="onlyCommitted">Whether a row of the ledger counts only once it is committed to git.</param>
    /// <exception cref="InputException">An option, a strategy or the ledger cannot be used, or git cannot tell what is committed.</exception>
    public SignOffCase Run(bool onlyCommitted = false)
    {
        _ledger = ReadLedger();
        var committed = onlyCommitted ? CommittedLines() : null;
        var selection = Selection.Of(options.Selection);
        var scenarios = selection.Scenarios(terminal);
        var outcomes = selection.Run(scenarios, selection.Contenders, Environment.ProcessorCount, terminal);
        var signOff = CaseOf(outcomes, selection, scenarios.Count);
        return committed is null ? signOff : signOff with { Standing = signOff.Standing.HeldToCommitted(committed) };
    }

    /// <summary>Writes decisions into the ledger, in place of older ones about the same, which stay as history. What others have written since it was
    /// read stays.</summary>
    /// <param name="items">Items of the run.</param>
    /// <param name="isAccepted">Accepted, or rejected.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="date">When.</param>
    /// <param name="reason">Why.</param>
    /// <returns>None; or what others have decided on the same items since the ledger was read. Then nothing is written, and a second call, by
    /// somebody who was told, takes the place of it.</returns>
    /// <exception cref="InputException">The ledger cannot be read, or written within <see cref="Patience"/>.</exception>
    public ImmutableArray<LedgerRow> Decide(
        IReadOnlyCollection<SignOffItem> items, bool isAccepted, string by, DateOnly date, string reason)
    {
        var decisions = items
            .Select(item => new LedgerRow(
                item.Id, isAccepted, by, date, reason, item.Subject, item.Change, item.Scenarios, item.Evidence))
            .ToDictionary(row => row.Id, StringComparer.Ordinal);
        IsNewLedger = !Path.Exists(options.LedgerPath);
        var known = _ledger.Select(row => row with { Line = 0 }).Concat(decisions.Values).ToHashSet();
        using var held = FileLock.Take(FileIdentity.Resolve(options.LedgerPath), Patience);
        _ledger = ReadLedger();
        ImmutableArray<LedgerRow> others =
            [.. _ledger.Where(row => decisions.ContainsKey(row.Id) && !row.IsReplaced && !known.Contains(row with { Line = 0 }))];
        if (!others.IsEmpty)
        {
            return others;
        }

        // The same decision again is no news.
        _ledger =
        [
            .. _ledger.Where(row => !decisions.ContainsValue(row with { Line = 0 }))
                .Select(row => decisions.ContainsKey(row.Id) ? row with { IsReplaced = true } : row),
            .. decisions.Values,
        ];
        using var outputs = new AtomicFiles();
        LedgerTableWriter.Write(_ledger, outputs.CreateTable(options.LedgerPath));
        outputs.Commit();
        return [];
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

    /// <summary>The lines of the ledger that are committed, once it is sure that they are those of the rows that were read.</summary>
    private IReadOnlySet<long> CommittedLines()
    {
        var lines = Path.Exists(options.LedgerPath) ? LedgerHistory.CommittedLines(options.LedgerPath) : new HashSet<long>();
        return ReadLedger().SequenceEqual(_ledger)
            ? lines
            : throw new InputException(new InputLocation(options.LedgerPath), "found other rows than a moment ago, expected that nobody writes it meanwhile");
    }

    private SignOffCase CaseOf(OutcomeSet outcomes, Selection selection, int ofMatrix)
    {
        var jobs = Environment.ProcessorCount;
        var hashing = Task.Run(() => TableHashes.Of(outcomes));
        var summary = MatrixSummary.Of(outcomes, selection.Base);
        var explainer = new PairExplainer(outcomes, [], jobs) { ClassesOnly = true };
        var pairs = explainer.Explain(summary.Pairs.Where(IsOfBase).Select(pair => (pair.Left, pair.Right)));
        var items = SignOffItem.Of(Finding.Of(outcomes, explainer.Finder, jobs, selection.Base), pairs, options.Observed.Read(selection, terminal));
        var all = Enumerable.Range(0, outcomes.Scenarios.Length);
        var whole = outcomes.Contenders.Where((_, contender) => all.Count(scenario => outcomes.Has(scenario, contender)) == ofMatrix);
        var hashes = hashing.GetAwaiter().GetResult();
        return new SignOffCase(
            Baseline.Version,
            Path.GetFileName(options.Selection.MatrixName),
            selection.Filter?.ToString(),
            options.Selection.Words,
            options.Selection.ContenderWords,
            hashes.Scenarios,
            hashes.Outcomes,
            hashes.Rows,
            summary,
            [
                .. selection.Strategies.Where(strategy => outcomes.Contenders.Any(contender => contender.StrategyName == strategy.Name))
                    .OrderBy(strategy => strategy.Name, StringComparer.Ordinal)
                    .Select(StrategyDescription.Of),
            ],
            pairs,
            selection.Base,
            Standing.Of(items, _ledger, options.LedgerPath, whole),
            [
                .. AccessPattern.All.SelectMany(pattern => outcomes.Contenders.OfType<Contender>()
                    .Select(contender => (pattern, (ContenderName)contender, FaultCost.Of(pattern.Scenario, contender)))),
            ],
            EmbeddedValidity.Totals,
            SensitivityCase.Of(outcomes, selection.Contenders, selection.Base, EmbeddedValidity.Totals.Assumptions, jobs));

        bool IsOfBase(PairTally pair) => outcomes.Contenders[pair.Left].StrategyName == selection.Base
            && outcomes.Contenders[pair.Left].KernelName == outcomes.Contenders[pair.Right].KernelName;
    }
}
