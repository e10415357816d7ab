using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <summary>A set of engine rules.</summary>
public struct RuleSet : IEquatable<RuleSet>
{
    private const int WordBits = 64;

    private Words _words;

    /// <summary>Whether a rule is in the set.</summary>
    /// <param name="rule">The rule.</param>
    public readonly bool Contains(Rule rule) => (_words[(int)rule / WordBits] & Bit(rule)) != 0;

    /// <inheritdoc/>
    public readonly bool Equals(RuleSet other) => ((ReadOnlySpan<ulong>)_words).SequenceEqual(other._words);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RuleSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_words[0], _words[1], _words[2]);

    /// <summary>Equal sets.</summary>
    public static bool operator ==(RuleSet left, RuleSet right) => left.Equals(right);

    /// <summary>Different sets.</summary>
    public static bool operator !=(RuleSet left, RuleSet right) => !left.Equals(right);

    internal void Add(Rule rule) => _words[(int)rule / WordBits] |= Bit(rule);

    private static ulong Bit(Rule rule) => 1UL << ((int)rule % WordBits);

    [InlineArray(3)]
    private struct Words
    {
        private ulong _first;
    }
}
