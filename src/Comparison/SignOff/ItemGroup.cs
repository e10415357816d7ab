namespace Compare.Comparison;

/// <summary>Items that say the same about the same strategies on several kernels, or about the same kernels under several strategies: read,
/// and decided, together.</summary>
/// <param name="Members">At least one; each is accepted under its own id.</param>
public sealed record ItemGroup(ImmutableArray<JudgedItem> Members)
{
    /// <summary>What the members have in common.</summary>
    public SignOffItem First => Members[0].Item;

    /// <summary>Whether one of them is open.</summary>
    public bool IsOpen => Members.Any(member => member.IsOpen);

    /// <summary>The measured values in the smallest scenario, each with where they were measured; one without a place where all are equal.</summary>
    public ImmutableArray<(string Place, string Values)> Values
    {
        get
        {
            var groups = Members.GroupBy(member => member.Item.Values, member => member.Item.Place).ToArray();
            return groups.Length == 1
                ? [("", groups[0].Key)]
                : [.. groups.Select(group => (string.Join(", ", group), group.Key))];
        }
    }

    /// <summary>Groups items; a group stands where its first member does.</summary>
    /// <param name="items">Items in any order.</param>
    public static ImmutableArray<ItemGroup> Of(IEnumerable<JudgedItem> items) =>
    [
        .. items
            .GroupBy(item => (
                item.Item.IsFinding,
                item.Item.Severity,
                item.Item.IsAsBefore,
                item.Item.Topic,
                item.Item.Change,
                item.Item.Scenarios,
                item.Item.Observed,
                item.Item.Detail,
                item.Item.When,
                item.Item.Witness.Id))
            .Select(group => new ItemGroup([.. group])),
    ];
}
