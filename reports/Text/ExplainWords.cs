using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Reports;

/// <summary>Explanations in words, for every format.</summary>
internal static class ExplainWords
{
    private const int ShownValues = 6;

    /// <summary>The left one of what is compared: a strategy or a kernel.</summary>
    public static string Left(PairExplanation pair) => pair.IsOfStrategies ? pair.Left.StrategyName : RunReport.KernelName(pair.Left);

    /// <summary>The right one.</summary>
    public static string Right(PairExplanation pair) => pair.IsOfStrategies ? pair.Right.StrategyName : RunReport.KernelName(pair.Right);

    /// <summary>What both have in common: the kernel or the strategy.</summary>
    public static string Common(PairExplanation pair) => pair.IsOfStrategies ? RunReport.KernelName(pair.Left) : pair.Left.StrategyName;

    /// <summary>The heading of pairs that have the same to say.</summary>
    public static string Heading(ImmutableArray<PairExplanation> same)
        => $"{Left(same[0])} -> {Right(same[0])} {(same[0].IsOfStrategies ? "on" : "under")} {List(same.Select(Common))}";

    /// <summary>A severity.</summary>
    public static string Of(DifferenceSeverity severity) => SeverityWords.Of(severity).Replace('-', ' ');

    /// <summary>What is known about the number of terms.</summary>
    public static string Of(CoverProof proof) => proof == CoverProof.Minimum ? "minimum" : "irredundant";

    /// <summary>How many terms a condition has, and whether that is proven least.</summary>
    public static string Proof(Condition condition) => condition.Expression is null
        ? "always"
        : $"{Counted(condition.Terms.Length, "term")}, {Of(condition.Proof)}";

    /// <summary>How many scenarios a class has, and their values before and after, the most frequent ones; in parts between which a line
    /// may end.</summary>
    public static IEnumerable<string> Values(DifferenceClass item)
    {
        var count = Counted(item.Set.Count, "scenario");
        if (item.Values.Length < 2)
        {
            return [.. item.Values.Select(value => $"{count}: {value.Values}").DefaultIfEmpty(count)];
        }

        var shown = item.Values.Take(ShownValues).Select(value => $"{value.Values} ({Numbers.Text(value.Count)})").ToList();
        if (item.Values.Length > ShownValues)
        {
            shown.Add($"{item.Values.Length - ShownValues} more");
        }

        return [$"{count}:", .. shown.Select((value, i) => i < shown.Count - 1 ? value + "," : value)];
    }

    /// <summary>How many classes there are, how many of them a program can see, and what they come to in journal starts.</summary>
    public static string Classes(PairExplanation pair)
    {
        var all = pair.Classes.Length;
        var some = pair.Classes.Count(item => item.ChangesResult);
        var count = all == 1 ? "One class of differences." : $"{all} classes of differences, worst first.";
        var results = (some, all) switch
        {
            (0, 1) => "It changes no result.",
            (0, _) => "No class changes a result.",
            (1, 1) => "It changes a result.",
            (1, _) => "One changes a result.",
            _ when some == all => "Each changes a result.",
            _ => $"{some} of them change a result.",
        };
        return $"{count} {results}{JournalStarts(pair)}";
    }

    /// <summary>A count with its noun.</summary>
    public static string Counted(long count, string noun) => $"{Numbers.Text(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Words with commas, and <c>and</c> before the last one.</summary>
    public static string List(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>What the conditions are exact for, and what they leave open.</summary>
    public static string DontCares(ExplainDocument document)
    {
        var finder = document.Explainer.Finder;
        var held = document.Explainer.Scenarios;
        return $"Exact on the {Counted(held, "scenario")} of {document.MatrixText}. Don't-cares: the other "
            + $"{Numbers.Text(finder.Combinations - held)} combinations of {List(finder.Columns)}, which it does not hold.";
    }

    /// <summary>The command that runs a witness again.</summary>
    public static string Command(ExplainDocument document, PairExplanation pair, DifferenceWitness witness)
    {
        var strategies = (string[])[pair.Left.StrategyName, pair.Right.StrategyName];
        var named = pair.IsOfStrategies ? strategies.Any(document.Guests.ContainsKey) ? strategies : [] : strategies[..1];
        string[] kernels = pair.IsOfStrategies ? [pair.Left.KernelName] : [pair.Left.KernelName, pair.Right.KernelName];
        return "compare run " + string.Concat(kernels.Select(kernel => $"--kernel {kernel} "))
            + string.Concat(named.Select(strategy => $"--strategy {document.Guests.GetValueOrDefault(strategy, strategy)} "))
            + $"--scenario \"{witness.Text}\"";
    }

    /// <summary>A class of a smaller matrix over this one.</summary>
    public static string Exceptions(ConditionExceptions found) => found switch
    {
        { Missed: 0, Surplus: 0 } => "no exception",
        { Missed: 0 } => $"{Numbers.Text(found.Surplus)} too many",
        { Surplus: 0 } => $"{Numbers.Text(found.Missed)} missed",
        _ => $"{Numbers.Text(found.Missed)} missed, {Numbers.Text(found.Surplus)} too many",
    };

    /// <summary>The journal starts by the handler on both sides, where they differ in any scenario.</summary>
    private static string JournalStarts(PairExplanation pair) => pair.Journal is { More: 0, Fewer: 0 }
        ? ""
        : $" The handler starts the journal {Numbers.Text(pair.Journal.Left)} -> {Numbers.Text(pair.Journal.Right)} times: "
            + $"more often in {Some(pair.Journal.More)}, less often in {Some(pair.Journal.Fewer)}.";

    private static string Some(int scenarios) => scenarios == 0 ? "none" : Counted(scenarios, "scenario");
}
