using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>How far a condition holds over another matrix than the one that it was found for.</summary>
/// <param name="InClass">Scenarios of the class there.</param>
/// <param name="Missed">Those of them for which the condition is false.</param>
/// <param name="Surplus">Scenarios for which it is true and that are not of the class.</param>
public sealed record ConditionExceptions(int InClass, int Missed, int Surplus)
{
    internal static ConditionExceptions Count(Condition condition, ImmutableArray<Scenario> scenarios, bool[]? isIn)
    {
        var (inClass, missed, surplus) = (0, 0, 0);
        for (var i = 0; i < scenarios.Length; i++)
        {
            var holds = condition.Holds(scenarios[i]);
            if (isIn is not null && isIn[i])
            {
                inClass++;
                missed += holds ? 0 : 1;
            }
            else
            {
                surplus += holds ? 1 : 0;
            }
        }

        return new ConditionExceptions(inClass, missed, surplus);
    }
}
