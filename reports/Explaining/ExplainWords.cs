namespace Compare.Reports;

/// <summary>Explanations in words, for every format.</summary>
internal static class ExplainWords
{
    /// <summary>The left one of what is compared: a strategy or a kernel.</summary>
    public static string Left(PairExplanation pair) => pair.IsOfStrategies ? pair.Left.StrategyName : Phrases.Kernel(pair.Left);

    /// <summary>The right one.</summary>
    public static string Right(PairExplanation pair) => pair.IsOfStrategies ? pair.Right.StrategyName : Phrases.Kernel(pair.Right);

    /// <summary>What both have in common: the kernel or the strategy.</summary>
    public static string Common(PairExplanation pair) => pair.IsOfStrategies ? Phrases.Kernel(pair.Left) : pair.Left.StrategyName;

    /// <summary>The heading of pairs that have the same to say.</summary>
    public static string Heading(ImmutableArray<PairExplanation> same)
        => $"{Left(same[0])} -> {Right(same[0])} {(same[0].IsOfStrategies ? "on" : "under")} {Phrases.List(same.Select(Common))}";

    /// <summary>Everything that is said of two strategies, on whatever kernel, or of two kernels, under whatever strategy.</summary>
    public static string Statement(ExplainCase explained, PairExplanation pair) => string.Join('\n',
    [
        $"{Left(pair)} -> {Right(pair)} {pair.Any?.Count} {pair.Any?.Condition}",
        .. pair.Classes.SelectMany(item => (string[])
        [
            $"{item.Severity} {item.Title} {item.Set.Count} {explained.ShareOf(pair, item)} {item.Set.Condition} {item.Witness.Scenario.Id}",
            .. item.Values.Select(value => $"{value.Values} {value.Count}"),
            .. Enum.GetValues<Measure>().SelectMany(measure => (string[])[item.Witness.Left.Text(measure), item.Witness.Right.Text(measure)]),
        ]),
        .. pair.Measures.Select(item => $"{string.Join(' ', item.Measures)} {item.Set.Count} {item.Set.Condition}"),
        DontCares(explained, pair),
    ]);

    /// <summary>A severity.</summary>
    public static string Of(DifferenceSeverity severity) => SeverityWords.Of(severity).Replace('-', ' ');

    /// <summary>What is known about the number of terms.</summary>
    public static string Of(CoverProof proof) => proof == CoverProof.Minimum ? "minimum" : "irredundant";

    /// <summary>How many terms a condition has, and whether that is proven least.</summary>
    public static string Proof(Condition condition) => condition.Expression is null
        ? "always"
        : $"{Phrases.Counted(condition.Terms.Length, "term")}, {Of(condition.Proof)}";

    /// <summary>The measures that differ in the smallest case.</summary>
    public static IEnumerable<Change> Changes(DifferenceWitness witness) => witness.Differing
        .Select(measure => new Change(OutcomeColumns.Name(measure), witness.Left.Text(measure), witness.Right.Text(measure)));

    /// <summary>How many classes there are, where a program can see a difference, and what they come to in journal starts.</summary>
    public static string Classes(PairExplanation pair)
    {
        var count = pair.Classes.Length == 1 ? "One class of differences." : $"{pair.Classes.Length} classes of differences, worst first.";
        var (all, some) = (pair.Classes.Sum(item => item.Set.Count), pair.Classes.Sum(item => item.Results));
        var whose = $"{(pair.Classes.Length == 1 ? "its" : "their")} {Phrases.Counted(all, "scenario")}";
        var results = some == 0 ? "No result changes."
            : some == all ? $"A result changes in each of {whose}."
            : $"A result changes in {Phrases.Number(some)} of {whose}.";
        return $"{count} {results}{JournalStarts(pair)}";
    }

    /// <summary>What the conditions of a pair are exact for, and what they leave open.</summary>
    public static string DontCares(ExplainCase explained, PairExplanation pair)
    {
        var (ran, rest) = explained.Where is { UsesContender: true }
            ? (" that both ran", "none of which both ran")
            : ("", "which it does not hold");
        return $"Exact on the {Phrases.Counted(pair.Scenarios, "scenario")}{ran} of {explained.MatrixText}. Don't-cares: the other "
            + $"{Phrases.Number(pair.Finder.Combinations - pair.Scenarios)} combinations of {Phrases.List(pair.Finder.Columns)}, {rest}.";
    }

    /// <summary>The command that runs a witness again.</summary>
    public static string Command(ExplainCase explained, PairExplanation pair, DifferenceWitness witness)
    {
        var strategies = (string[])[pair.Left.StrategyName, pair.Right.StrategyName];
        var named = pair.IsOfStrategies ? strategies.Any(explained.Guests.ContainsKey) ? strategies : [] : strategies[..1];
        string[] kernels = pair.IsOfStrategies ? [pair.Left.KernelName] : [pair.Left.KernelName, pair.Right.KernelName];
        return "compare run " + string.Concat(kernels.Select(kernel => $"--kernel {kernel} "))
            + string.Concat(named.Select(strategy => $"--strategy {explained.Guests.GetValueOrDefault(strategy, strategy)} "))
            + $"--scenario \"{witness.Text}\"";
    }

    /// <summary>A class of a smaller matrix over this one.</summary>
    public static string Exceptions(ConditionExceptions found) => found switch
    {
        { Missed: 0, Surplus: 0 } => "no exception",
        { Missed: 0 } => $"{Phrases.Number(found.Surplus)} too many",
        { Surplus: 0 } => $"{Phrases.Number(found.Missed)} missed",
        _ => $"{Phrases.Number(found.Missed)} missed, {Phrases.Number(found.Surplus)} too many",
    };

    /// <summary>The journal starts by the handler on both sides, where they differ in any scenario.</summary>
    private static string JournalStarts(PairExplanation pair) => pair.Journal is { More: 0, Fewer: 0 }
        ? ""
        : $" The handler starts the journal {Phrases.Number(pair.Journal.Left)} -> {Phrases.Number(pair.Journal.Right)} times: "
            + $"more often in {Some(pair.Journal.More)}, less often in {Some(pair.Journal.Fewer)}.";

    private static string Some(int scenarios) => scenarios == 0 ? "none" : Phrases.Counted(scenarios, "scenario");
}
