using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>What the outcomes of a run were made by. Holds no date, no path and no machine: the same run gives the same record.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Tool">Hash of the source that turns effects into cells.</param>
/// <param name="Engine">Hash of the engine's source.</param>
/// <param name="Kernels">Hash of each profile that ran, by name.</param>
/// <param name="Strategies">Hash of each strategy that ran, by name.</param>
/// <param name="Scenarios">How many scenarios ran.</param>
/// <param name="Matrix">Hash of the scenarios.</param>
public sealed record RunRecord(
    string Version,
    string Tool,
    string Engine,
    ImmutableSortedDictionary<string, string> Kernels,
    ImmutableSortedDictionary<string, string> Strategies,
    long Scenarios,
    string Matrix)
{
    /// <summary>The name of the file beside the tables.</summary>
    public const string FileName = "run.json";

    /// <summary>The record of a run.</summary>
    /// <param name="version">Version of the program.</param>
    /// <param name="contenders">What ran.</param>
    /// <param name="matrix">The scenarios that ran.</param>
    public static RunRecord Of(string version, IReadOnlyCollection<Contender> contenders, MatrixFingerprint matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new RunRecord(
            version,
            Fingerprints.Tool,
            Fingerprints.Engine,
            contenders.Select(contender => contender.Kernel)
                .DistinctBy(kernel => kernel.Name)
                .ToImmutableSortedDictionary(kernel => kernel.Name, Fingerprints.Of, StringComparer.Ordinal),
            contenders.Select(contender => contender.Strategy)
                .DistinctBy(strategy => strategy.Name)
                .ToImmutableSortedDictionary(strategy => strategy.Name, Fingerprints.Of, StringComparer.Ordinal),
            matrix.Scenarios,
            matrix.Finish());
    }
}
