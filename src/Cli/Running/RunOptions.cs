namespace Compare.Cli;

/// <summary>What <c>run</c> was asked for.</summary>
/// <param name="Matrix">Name of a matrix or a scenario table; <see langword="null"/>: the standard one.</param>
/// <param name="Scenario">Text of the one scenario to run instead.</param>
/// <param name="Where">A filter expression.</param>
/// <param name="Kernels">Names of kernels; none: every observed one.</param>
/// <param name="Strategies">Names of strategies or guest assemblies; none: each that is shipped.</param>
/// <param name="Output">A directory, or <c>-</c> for standard output.</param>
/// <param name="OnlyDifferences">Print, or write to standard output, the differences.</param>
/// <param name="Jobs">Number of threads.</param>
internal sealed record RunOptions(
    string? Matrix,
    string? Scenario,
    string? Where,
    IReadOnlyList<string> Kernels,
    IReadOnlyList<string> Strategies,
    string? Output,
    bool OnlyDifferences,
    int Jobs)
{
    /// <summary>Stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>Directory of the outcomes that these are compared with.</summary>
    public string? Baseline { get; init; }

    /// <summary>Directory where the outcomes are kept for later runs to be compared with.</summary>
    public string? NewBaseline { get; init; }

    /// <summary>Whether a part of the kernels, strategies or scenarios was chosen.</summary>
    public bool IsPart => Matrix is not null || Where is not null || Kernels.Count > 0 || Strategies.Count > 0;
}
