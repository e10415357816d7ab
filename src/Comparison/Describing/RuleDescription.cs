using System.Reflection;

namespace Compare.Comparison;

/// <summary>A rule of the engine, and what it stands for.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="File">Source file in the kernel's tree.</param>
/// <param name="Function">Function in it.</param>
/// <param name="Text">The rule in one clause.</param>
public sealed record RuleDescription(Rule Rule, string File, string Function, string Text)
{
    /// <summary>Every rule, in the order of the path.</summary>
    public static ImmutableArray<RuleDescription> All { get; } = [.. Enum.GetValues<Rule>().Select(Of)];

    /// <summary>The name by which reports call it.</summary>
    public string Id => Rule.ToString();

    private static RuleDescription Of(Rule rule)
    {
        var stated = typeof(Rule).GetField(rule.ToString())!.GetCustomAttribute<RuleAttribute>()!;
        return new(rule, stated.File, stated.Function, stated.Text);
    }
}
