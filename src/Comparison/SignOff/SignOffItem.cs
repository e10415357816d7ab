using System.Globalization;
using System.Text.RegularExpressions;

namespace Compare.Comparison;

/// <summary>What a person can accept or reject: a class of differences of a pair, or a finding about a strategy.</summary>
/// <param name="IsFinding">Whether it is a finding.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="IsAsBefore">Whether the base does it too, or is spoken of alone.</param>
/// <param name="Subject">What it is about: <c>v4.13 original -> v4.13 v2</c>, or <c>v4.13 original</c> alone.</param>
/// <param name="Topic">The subject without what is the same on both sides: <c>original -> v2</c>, or <c>v4.13 -> v6.1</c>.</param>
/// <param name="Place">What the topic leaves out: <c>v4.13</c>, or <c>zwisler</c>.</param>
/// <param name="Change">What changed, or the rule that is broken, in words that no other title changes.</param>
/// <param name="Title">What changed, or what the strategy does, for a person.</param>
/// <param name="Plain">The same as a sentence that several items may have.</param>
/// <param name="Outcomes">What the set is a part of.</param>
/// <param name="Set">In which scenarios, and when exactly.</param>
/// <param name="Detail">More counts: values before and after with their numbers, or steps; may be empty.</param>
/// <param name="Witness">The smallest scenario.</param>
/// <param name="Values">The measured values there.</param>
/// <param name="Observed">In how many of the scenarios real kernels were seen, on both sides.</param>
/// <param name="Evidence">Hash of the scenarios and of what they came to, and of nothing else.</param>
public sealed partial record SignOffItem(
    bool IsFinding,
    DifferenceSeverity Severity,
    bool IsAsBefore,
    string Subject,
    string Topic,
    string Place,
    string Change,
    string Title,
    string Plain,
    OutcomeSet Outcomes,
    ConditionedSet Set,
    string Detail,
    Scenario Witness,
    string Values,
    ObservedShare Observed,
    string Evidence)
{
    private const int ShownValues = 4;
    private const int IdDigits = 8;

    /// <summary>The name by which it is accepted: it stays while subject and change do, whatever the scenarios and the words.</summary>
    public string Id { get; } = IdOf(IsFinding, Subject, Change);

    /// <summary>The verdict on a candidate that had this alone.</summary>
    public VerdictKind Verdict => IsAsBefore ? VerdictKind.Mergeable : VerdictKinds.Of(Severity, IsFinding);

    /// <summary>Whether somebody has to decide about it; what a candidate repairs or saves, and what the base does too, blocks nobody.</summary>
    public bool NeedsDecision => Verdict != VerdictKind.Mergeable;

    /// <summary>Whether it is a change of a step before the last one.</summary>
    public bool IsEarlier => Change.StartsWith(OutcomeChange.Earlier, StringComparison.Ordinal);

    /// <summary>In how many scenarios.</summary>
    public int Scenarios => Set.Count;

    /// <summary>When exactly, over the matrix.</summary>
    public Condition Condition => Set.Condition;

    /// <summary>The condition for reading; <c>--where</c> reads it too. <c>always</c> where it holds in every scenario of the matrix.</summary>
    public string When => Condition.Factored?.ToString() ?? "always";

    /// <summary>The smallest scenario as short as <c>--scenario</c> reads it.</summary>
    public string WitnessText => ScenarioText.PrintShort(Witness);

    /// <summary>The name of an item: <c>d-</c> (difference) or <c>f-</c> (finding), and eight hexadecimal digits.</summary>
    /// <param name="isFinding">Whether it is a finding.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="change">What changed, or the rule.</param>
    public static string IdOf(bool isFinding, string subject, string change)
    {
        var prefix = isFinding ? "f-" : "d-";
        return prefix + EvidenceHash.Of(prefix, subject, change)[..IdDigits];
    }

    /// <summary>The topic of what is said about a pair.</summary>
    /// <param name="pair">The pair.</param>
    public static string TopicOf(PairExplanation pair) => pair.IsOfStrategies
        ? $"{pair.Left.StrategyName} -> {pair.Right.StrategyName}"
        : $"{pair.Left.KernelName} -> {pair.Right.KernelName}";

    /// <summary>Whether a text has the form of a name.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsId(string text) => IdForm().IsMatch(text);

    /// <summary>Every item of a run, worst first: findings before classes of the same severity.</summary>
    /// <param name="findings">Findings of the run.</param>
    /// <param name="pairs">Explained pairs of the run.</param>
    /// <param name="observed">What real kernels were seen to do.</param>
    public static ImmutableArray<SignOffItem> Of(IEnumerable<Finding> findings, IEnumerable<PairExplanation> pairs, ObservedScenarios observed) =>
    [
        .. findings.Select(finding => Of(finding, observed))
            .Concat(pairs.SelectMany(pair => pair.Classes.Select(item => Of(pair, item, observed))))
            .OrderBy(item => item.Severity)
            .ThenBy(item => item.IsFinding ? 0 : 1),
    ];

    private static SignOffItem Of(Finding finding, ObservedScenarios observed) => new(
        IsFinding: true,
        finding.Rule.Severity,
        finding.IsAsBefore,
        finding.Base is null ? $"{finding.Contender}" : $"{finding.Base} -> {finding.Contender}",
        finding.Base is null ? finding.Contender.StrategyName : $"{finding.Base.StrategyName} -> {finding.Contender.StrategyName}",
        finding.Contender.KernelName,
        finding.Rule.Id + (finding is { IsAsBefore: true, Base: not null } ? " as before" : ""),
        $"{finding.Rule.Id}: {finding.Rule.Text}",
        finding.Rule.Text,
        finding.Outcomes,
        finding.Set,
        string.Create(CultureInfo.InvariantCulture, $"{finding.Amount:N0} {finding.Rule.Unit}{(finding.Amount == 1 ? "" : "s")}"),
        finding.Witness,
        finding.Values + (Inversion(finding) is { } order ? $"; {order.Text}" : ""),
        observed.ShareOf(finding.Outcomes, finding.Set.IsIn, SidesOf(finding)),
        EvidenceHash.Of(finding.Outcomes, finding.Set.IsIn, [.. SidesOf(finding)]));

    private static ImmutableArray<ContenderName> SidesOf(Finding finding) => finding.Base is null ? [finding.Contender] : [finding.Base, finding.Contender];

    private static LockInversion? Inversion(Finding finding)
        => finding is { Rule.Id: FindingRule.LockOrder, Contender: Contender contender } ? LockInversion.Of(finding.Witness, contender) : null;

    private static SignOffItem Of(PairExplanation pair, DifferenceClass item, ObservedScenarios observed) => new(
        IsFinding: false,
        item.Severity,
        IsAsBefore: false,
        $"{pair.Left} -> {pair.Right}",
        TopicOf(pair),
        pair.IsOfStrategies ? pair.Left.KernelName : pair.Left.StrategyName,
        item.Code,
        item.Title,
        item.Plain,
        pair.Outcomes,
        item.Set,
        DetailOf(item),
        item.Witness.Scenario,
        string.Join(", ", item.Witness.Differing.Select(measure =>
            $"{OutcomeColumns.Name(measure)} {item.Witness.Left.Text(measure)} -> {item.Witness.Right.Text(measure)}")),
        observed.ShareOf(pair.Outcomes, item.Set.IsIn, pair.Left, pair.Right),
        EvidenceHash.Of(pair.Outcomes, item.Set.IsIn, pair.Left, pair.Right));

    private static string DetailOf(DifferenceClass item)
    {
        var shown = item.Values.Take(ShownValues).Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Values} ({value.Count:N0})"));
        var more = item.Values.Length - ShownValues;
        return string.Join(", ", shown) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
    }

    [GeneratedRegex(@"\A[df]-[0-9a-f]{8}\z")]
    private static partial Regex IdForm();
}
