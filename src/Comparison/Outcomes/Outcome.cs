using System.Numerics;

namespace Compare.Comparison;

/// <summary>What a scenario came to: its steps, and the rules of findings that each of them broke. Immutable, equal by value; interned by
/// <see cref="OutcomePool"/>, where equal means the same id.</summary>
public sealed class Outcome : IEquatable<Outcome>
{
    private static readonly int Measures = OutcomeColumns.Measures.Length;
    private readonly string?[] _texts = new string?[Measures];
    private readonly int _hash;

    /// <summary>Makes an outcome.</summary>
    /// <param name="steps">The steps that ran; at least one.</param>
    /// <param name="broken">For each step the rules that it broke, a bit for each as in <see cref="FindingRule.All"/>; empty where nobody
    /// judged, as of a row that was read.</param>
    public Outcome(ImmutableArray<StepOutcome> steps, ImmutableArray<uint> broken)
    {
        (Steps, Broken) = (steps, broken);
        var hash = default(HashCode);
        foreach (var step in steps)
        {
            hash.Add(step);
            JournalStarts += step.JournalStarts;
            LookupStarts += step.LookupStarts;
        }

        foreach (var rules in broken)
        {
            hash.Add(rules);
            BrokenRules |= rules;
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The steps that ran, at least one.</summary>
    public ImmutableArray<StepOutcome> Steps { get; }

    /// <summary>Every rule that a step broke, a bit for each as in <see cref="FindingRule.All"/>.</summary>
    public uint BrokenRules { get; }

    /// <summary>Journal starts by the handler in all steps; none counted for a livelock.</summary>
    public int JournalStarts { get; }

    /// <summary>Journal starts by the block lookup in all steps; none counted for a livelock.</summary>
    public int LookupStarts { get; }

    /// <summary>Whether every step succeeded.</summary>
    public bool IsOk => Steps.All(step => step.Result == StepResult.Ok);

    private ImmutableArray<uint> Broken { get; }

    /// <summary>The cell of a measure as tables write it: the values of the steps with <c>|</c> between two.</summary>
    /// <param name="measure">The measure.</param>
    // Two threads may both make it; a reference is written whole, and either text will do.
    public string Text(Measure measure) => _texts[(int)measure] ??= OutcomeText.Cell(this, measure);

    /// <summary>The value of a measure in a step; null where the step did not run.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="step">Index of the step, from 0.</param>
    public string? Value(Measure measure, int step) => step < Steps.Length ? OutcomeText.Value(Steps[step], measure) : null;

    /// <summary>How many steps end in a result.</summary>
    /// <param name="result">The result.</param>
    public int Count(StepResult result)
    {
        var count = 0;
        foreach (var step in Steps)
        {
            count += step.Result == result ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many steps broke a rule, and the first of them, from 0.</summary>
    /// <param name="rule">Index of the rule in <see cref="FindingRule.All"/>.</param>
    internal (int Steps, int First) BrokenBy(int rule)
    {
        var (steps, first) = (0, -1);
        for (var i = 0; i < Broken.Length; i++)
        {
            if ((Broken[i] >> rule & 1) != 0)
            {
                first = steps++ == 0 ? i : first;
            }
        }

        return (steps, first);
    }

    /// <summary>The measures in which another outcome differs in any step, a bit for each.</summary>
    internal int Differing(Outcome other)
    {
        var all = (1 << Measures) - 1;
        if (Steps.Length != other.Steps.Length)
        {
            return all;
        }

        var differing = 0;
        for (var i = 0; i < Steps.Length && differing != all; i++)
        {
            for (var rest = all & ~differing; rest != 0; rest &= rest - 1)
            {
                var measure = BitOperations.TrailingZeroCount(rest);
                differing |= Steps[i].Agrees(other.Steps[i], (Measure)measure) ? 0 : 1 << measure;
            }
        }

        return differing;
    }

    /// <inheritdoc/>
    public bool Equals(Outcome? other) => ReferenceEquals(this, other)
        || (other is not null
            && _hash == other._hash
            && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan())
            && Broken.AsSpan().SequenceEqual(other.Broken.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Outcome);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
