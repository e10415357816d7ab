using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>review</c> shows of each open group.</summary>
public static class ReviewReport
{
    /// <summary>Writes one group.</summary>
    /// <param name="group">What is decided together.</param>
    /// <param name="number">Which one it is, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(ItemGroup group, int number, int count, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(screen);
        var item = group.First;
        screen.Line();
        screen.Heading($"[{Numbers.Text(number)}/{Numbers.Text(count)}] {SeverityWords.Of(item.Severity)}: {item.Topic}: {item.Title}");
        screen.Line($"  {SignOffItems.Count(item)}");
        screen.Line($"  when {item.When}");
        screen.Line($"  smallest: compare run --scenario \"{item.WitnessText}\"");
        foreach (var (place, values) in group.Values)
        {
            screen.Line($"    {(place.Length == 0 ? "" : $"{place}: ")}{values}");
        }

        foreach (var member in group.Members)
        {
            screen.Line($"  {member.Item.Place}: {member.Item.Id} {SignOffLedger.Word(member)}");
        }
    }
}
