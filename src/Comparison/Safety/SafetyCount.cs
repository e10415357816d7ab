namespace Compare.Comparison;

/// <summary>How often a contender broke a safety rule.</summary>
/// <param name="Steps">Steps that broke it.</param>
/// <param name="Witness">Id of the first scenario with such a step, in ordinal order; <see langword="null"/> where there is none.</param>
/// <param name="Step">The step there, from 1.</param>
public readonly record struct SafetyCount(long Steps, string? Witness, int Step)
{
    /// <summary>Both counts together; the first witness of the two stays.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static SafetyCount operator +(SafetyCount left, SafetyCount right) => Add(left, right);

    /// <summary>Both counts together; the first witness of the two stays.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static SafetyCount Add(SafetyCount left, SafetyCount right)
    {
        var leftFirst = right.Witness is null || (left.Witness is not null && string.CompareOrdinal(left.Witness, right.Witness) <= 0);
        return (leftFirst ? left : right) with { Steps = left.Steps + right.Steps };
    }

    internal SafetyCount With(string scenario, int step) => this + new SafetyCount(1, scenario, step);
}
