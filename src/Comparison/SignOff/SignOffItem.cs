using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>What a person can accept or reject: a class of differences of a pair, or a finding about a strategy.</summary>
/// <param name="IsFinding">Whether it is a finding.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subject">What it is about: <c>v4.13 original -> v4.13 v2</c>, or <c>v4.13 original</c>.</param>
/// <param name="Topic">The subject without what is the same on both sides: <c>original -> v2</c>, or <c>v4.13 -> v6.1</c>.</param>
/// <param name="Place">What the topic leaves out: <c>v4.13</c>, or <c>zwisler</c>.</param>
/// <param name="Title">What changed, or what the strategy does.</param>
/// <param name="Scenarios">In how many scenarios.</param>
/// <param name="Detail">More counts: values before and after with their numbers, or steps; may be empty.</param>
/// <param name="Condition">When exactly, over the matrix.</param>
/// <param name="Witness">The smallest scenario.</param>
/// <param name="Values">The measured values there.</param>
/// <param name="Evidence">Hash of everything that was seen: title, condition, scenarios and outcomes.</param>
public sealed record SignOffItem(
    bool IsFinding,
    DifferenceSeverity Severity,
    string Subject,
    string Topic,
    string Place,
    string Title,
    int Scenarios,
    string Detail,
    Condition Condition,
    Scenario Witness,
    string Values,
    string Evidence)
{
    /// <summary>The name by which it is accepted: it stays while subject and title do, whatever the scenarios.</summary>
    public string Id { get; } = SignOffId.Of(IsFinding, Subject, Title);

    /// <summary>The condition for reading; <c>--where</c> reads it too. <c>always</c> where it holds in every scenario of the matrix.</summary>
    public string When => Condition.Factored?.ToString() ?? "always";

    /// <summary>The smallest scenario as short as <c>--scenario</c> reads it.</summary>
    public string WitnessText => new DifferenceWitness(Witness, [], []).Text;

    /// <summary>Every item of a run, worst first: findings before classes of the same severity.</summary>
    /// <param name="findings">Findings of the run.</param>
    /// <param name="pairs">Explained pairs of the run.</param>
    /// <param name="matrix">The outcomes that were explained.</param>
    public static ImmutableArray<SignOffItem> Of(
        IEnumerable<Finding> findings, IEnumerable<PairExplanation> pairs, OutcomeMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(matrix);
        return
        [
            .. findings.Select(FindingItems.Of)
                .Concat(pairs.SelectMany(pair => pair.Classes.Select(item => ClassItems.Of(pair, item, matrix))))
                .OrderBy(item => item.Severity)
                .ThenBy(item => item.IsFinding ? 0 : 1),
        ];
    }
}
