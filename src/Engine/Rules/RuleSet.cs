namespace Compare.Engine;

/// <summary>A set of engine rules.</summary>
public struct RuleSet : IEquatable<RuleSet>
{
    private ulong _low;
    private ulong _high;

    /// <summary>Whether a rule is in the set.</summary>
    /// <param name="rule">The rule.</param>
    public readonly bool Contains(Rule rule) =>
        (((int)rule < 64 ? _low : _high) & (1UL << ((int)rule & 63))) != 0;

    /// <inheritdoc/>
    public readonly bool Equals(RuleSet other) => _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RuleSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_low, _high);

    /// <summary>Equal sets.</summary>
    public static bool operator ==(RuleSet left, RuleSet right) => left.Equals(right);

    /// <summary>Different sets.</summary>
    public static bool operator !=(RuleSet left, RuleSet right) => !left.Equals(right);

    internal void Add(Rule rule)
    {
        if ((int)rule < 64)
        {
            _low |= 1UL << (int)rule;
        }
        else
        {
            _high |= 1UL << ((int)rule & 63);
        }
    }
}
