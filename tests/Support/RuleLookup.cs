using Compare.Comparison;

namespace Compare.Tests;

/// <summary>Rules by name.</summary>
internal static class RuleLookup
{
    /// <summary>The index of a rule among <see cref="StepRule.All"/>.</summary>
    public static int IndexOf(string id) => StepRule.All.Select((rule, i) => (rule.Id, i)).Single(pair => pair.Id == id).i;
}
