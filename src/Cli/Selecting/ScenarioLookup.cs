using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>A scenario as <c>trace</c> names it: an id of a matrix, or pairs of column and value.</summary>
internal static class ScenarioLookup
{
    private const string Source = "SCENARIO";

    /// <summary>Finds or makes the scenario.</summary>
    /// <param name="text">An id, or <c>column=value ...</c>.</param>
    /// <param name="matrix">Where the id is looked up; <see langword="null"/>: the standard matrix, then the full product.</param>
    /// <param name="terminal">Told which columns of a table are not used.</param>
    /// <exception cref="InputException">No scenario has the id, or the pairs make no scenario.</exception>
    public static Scenario Find(string text, string? matrix, Terminal terminal)
    {
        if (matrix is null && text.Contains('=', StringComparison.Ordinal))
        {
            return ScenarioText.Parse(text, Source);
        }

        string[] matrices = matrix is null ? [ScenarioSource.Standard, ScenarioSource.Cross] : [matrix];
        IEnumerable<Scenario> last = [];
        foreach (var name in matrices)
        {
            last = ScenarioSource.Of(name, terminal).Scenarios;
            if (last.FirstOrDefault(scenario => scenario.Id == text) is { } found)
            {
                return found;
            }
        }

        return text.Contains('=', StringComparison.Ordinal)
            ? ScenarioText.Parse(text, Source)
            : throw new InputException(
                $"unknown scenario '{text}', expected an id of {string.Join(" or ", matrices)}, "
                + "or column=value pairs as in \"fs=ro steps=store\"" + Hint(text, last));
    }

    /// <summary>
    /// The nearest id. What stands before the first <c>+</c> of an id is looked up first: a full product has too many ids to try each.
    /// </summary>
    private static string Hint(string text, IEnumerable<Scenario> scenarios)
    {
        var byBase = scenarios.Select(scenario => scenario.Id).ToLookup(BaseOf, StringComparer.Ordinal);
        return NearName.Find(BaseOf(text), byBase.Select(group => group.Key)) is { } near ? NearName.Hint(text, byBase[near]) : "";
    }

    private static string BaseOf(string id) => id.Split('+')[0];
}
