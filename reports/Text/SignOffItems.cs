using Compare.Comparison;

namespace Compare.Reports;

/// <summary>Findings and classes of differences, each with what a person needs to judge it.</summary>
internal static class SignOffItems
{
    public static void Write(SignOffCase signOff, Screen screen)
    {
        screen.Line();
        screen.Line("## Findings per strategy");
        screen.Line();
        screen.Line("Each strategy judged on its own by the rules of `compare list rules`, but for the fewest journal starts, which another strategy here");
        screen.Line("shows to be enough. Severities, worst first: " + string.Join(", ", SeverityWords.All) + ".");
        foreach (var strategy in signOff.Strategies)
        {
            var groups = signOff.Groups(isFinding: true).Where(group => group.First.Topic == strategy.Name).ToArray();
            WriteTopic(signOff, strategy.Name, groups, "Nothing.", screen);
        }

        screen.Line();
        screen.Line("## Classes of differences");
        screen.Line();
        screen.Line("Scenarios of a pair in which the same changes, from left to right, told by the last step; worst first. The condition is exact: true");
        screen.Line("in every scenario of the class and in no other of the matrix; minimum: proven that fewer terms cannot say it. `compare list words`");
        screen.Line("explains its words. Ids (d-…, f-…) are for `compare accept`.");
        var topics = signOff.Groups(isFinding: false).ToLookup(group => group.First.Topic);
        foreach (var topic in signOff.Pairs.Select(Topic).Distinct())
        {
            WriteTopic(signOff, topic, [.. topics[topic]], "No difference.", screen);
        }
    }

    /// <summary>What the group is called: severity, title and size.</summary>
    public static string Count(SignOffItem item)
        => ExplainWords.Counted(item.Scenarios, "scenario") + (item.Detail.Length == 0 ? "" : $": {item.Detail}");

    private static string Topic(PairExplanation pair) => pair.IsOfStrategies
        ? $"{pair.Left.StrategyName} -> {pair.Right.StrategyName}"
        : $"{pair.Left.KernelName} -> {pair.Right.KernelName}";

    private static void WriteTopic(SignOffCase signOff, string topic, ItemGroup[] groups, string nothing, Screen screen)
    {
        screen.Line();
        screen.Line($"### {SignOffReport.Plain(topic)}");
        if (groups.Length == 0)
        {
            screen.Line();
            screen.Line(nothing);
        }

        foreach (var group in groups)
        {
            var item = group.First;
            screen.Line();
            screen.Line($"#### {SeverityWords.Of(item.Severity)}: {SignOffReport.Plain(item.Title)}");
            screen.Line();
            screen.Line($"- {SignOffReport.Plain(Count(item))}");
            screen.Line(item.Condition.Expression is null ? "- always" : $"- when `{item.When}` ({ExplainWords.Proof(item.Condition)})");
            screen.Line($"- smallest: `compare run{signOff.Options} --scenario \"{item.WitnessText}\"`");
            foreach (var (place, values) in group.Values)
            {
                screen.Line($"  - {(place.Length == 0 ? "" : $"{place}: ")}{SignOffReport.Plain(values)}");
            }

            screen.Line($"- {string.Join(", ", group.Members.Select(member => $"{member.Item.Place}: `{member.Item.Id}` {SignOffLedger.Word(member)}"))}");
        }
    }
}
