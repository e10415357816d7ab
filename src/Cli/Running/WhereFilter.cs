using System.CommandLine;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>The option <c>--where</c> of a command line.</summary>
internal sealed class WhereFilter
{
    private const string Name = "--where";

    private readonly FilterExpression _expression;

    private WhereFilter(FilterExpression expression) => _expression = expression;

    /// <summary>Which contender runs which scenario; none where the scenario alone decides.</summary>
    public Func<Scenario, ContenderName, bool>? ContenderTest => _expression.UsesContender
        ? (scenario, contender) => _expression.Matches(new FilterSubject(scenario, contender.KernelName, contender.StrategyName))
        : null;

    /// <summary>The option, for a command that takes scenarios.</summary>
    public static Option<string?> Option() => new(Name)
    {
        Description = "Only what this condition holds for, as in \"fs in readonly and access in writes\"; compare list words explains it.",
        HelpName = "EXPR",
    };

    /// <summary>The filter of an expression; none without one.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="kernels">Names that column <c>kernel</c> may have.</param>
    /// <param name="strategies">Names that column <c>strategy</c> may have.</param>
    /// <exception cref="InputException">The text is no expression.</exception>
    public static WhereFilter? Of(string? text, IEnumerable<string> kernels, IEnumerable<string> strategies) => text is null
        ? null
        : new(FilterExpression.Parse(text, new FilterVocabulary(kernels.Distinct(), strategies.Distinct())));

    /// <summary>Whether a scenario can be wanted; where the contender decides, it is asked later.</summary>
    public bool AdmitsScenario(Scenario scenario) => _expression.UsesContender || _expression.Matches(new FilterSubject(scenario));

    /// <summary>Whether an outcome is wanted.</summary>
    public bool Admits(Scenario scenario, ContenderName contender)
        => _expression.Matches(new FilterSubject(scenario, contender.KernelName, contender.StrategyName));

    /// <summary>Whether a row of a table is wanted.</summary>
    public bool Admits(FilterSubject subject) => _expression.Matches(in subject);

    /// <summary>A filter that nothing passes is an error.</summary>
    /// <param name="passed">How much passed.</param>
    /// <exception cref="InputException">Nothing did.</exception>
    public void RefuseNothing(long passed)
    {
        if (passed == 0)
        {
            throw new InputException($"{Name}: found nothing for which '{_expression}' holds, expected at least one");
        }
    }
}
