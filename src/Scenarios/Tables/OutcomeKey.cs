namespace Compare.Scenarios;

/// <summary>What makes a row of an outcome table unique, and its place in the table.</summary>
/// <param name="Id">The scenario.</param>
/// <param name="Kernel">Whose fault path.</param>
/// <param name="Strategy">Which predicate.</param>
public readonly record struct OutcomeKey(string Id, string Kernel, string Strategy) : IComparable<OutcomeKey>
{
    /// <summary>Whether one key stands before another.</summary>
    public static bool operator <(OutcomeKey left, OutcomeKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key stands after another.</summary>
    public static bool operator >(OutcomeKey left, OutcomeKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key is another or stands before it.</summary>
    public static bool operator <=(OutcomeKey left, OutcomeKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key is another or stands after it.</summary>
    public static bool operator >=(OutcomeKey left, OutcomeKey right) => left.CompareTo(right) >= 0;

    /// <summary>Ordinal order by id, kernel, strategy.</summary>
    /// <param name="other">Another key.</param>
    public int CompareTo(OutcomeKey other)
    {
        var order = string.CompareOrdinal(Id, other.Id);
        if (order == 0)
        {
            order = string.CompareOrdinal(Kernel, other.Kernel);
        }

        return order != 0 ? order : string.CompareOrdinal(Strategy, other.Strategy);
    }

    /// <summary>The key for a message.</summary>
    public override string ToString() => $"({Id}, {Kernel}, {Strategy})";
}
