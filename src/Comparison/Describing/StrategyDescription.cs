using System.Collections.Immutable;
using Compare.Engine;

namespace Compare.Comparison;

/// <summary>What a strategy says of itself.</summary>
/// <param name="Name">The name under which it is listed.</param>
/// <param name="Condition">The condition in one line.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Decisions">What it answers to each input; empty where it is a whole handler and not a predicate.</param>
public sealed record StrategyDescription(string Name, string Condition, string Origin, ImmutableArray<Decision> Decisions)
{
    /// <summary>Describes a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    public static StrategyDescription Of(FaultHandler strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return new(
            strategy.Name,
            strategy.Condition,
            strategy.Origin,
            strategy is WritePredicate predicate ? [.. Decision.TableOf(predicate)] : []);
    }
}
