namespace Compare.Comparison;

/// <summary>What the observations of a kernel say to another value of a policy.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Value">The value that the kernel has.</param>
/// <param name="Other">The value tried instead.</param>
/// <param name="Disagreeing">Observed values that would disagree then.</param>
public sealed record PolicyCount(string Kernel, string Policy, string Value, string Other, long Disagreeing)
{
    /// <summary>No observation tells the two values apart: an assumption, read in the source alone.</summary>
    public bool IsAssumption => Disagreeing == 0;
}
