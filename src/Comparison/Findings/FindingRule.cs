using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Something that is said about a strategy, on its own, where its outcomes give reason to.</summary>
/// <remarks>A new rule is a class, named in the list of its kind: <see cref="SafetyRule.All"/>, <see cref="StepRule.All"/> or
/// <see cref="All"/>.</remarks>
public abstract class FindingRule
{
    /// <summary>Every rule, in the order in which they are reported.</summary>
    public static ImmutableArray<FindingRule> All { get; } = [.. StepRule.All, new JournalBeyondFewest()];

    /// <summary>The name by which it is reported; part of what a sign-off is bound to.</summary>
    public abstract string Id { get; }

    /// <summary>How much it matters, in the order that classes of differences have as well.</summary>
    public abstract DifferenceSeverity Severity { get; }

    /// <summary>What the strategy does, in one line.</summary>
    public abstract string Text { get; }

    /// <summary>What is counted beside the scenarios, one of it.</summary>
    public virtual string Unit => "step";

    /// <summary>The measures in which a person sees it.</summary>
    public virtual ImmutableArray<Measure> Shown => [Measure.Result, Measure.Handler];
}
