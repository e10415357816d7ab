using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Cli;

/// <summary>What <c>explain</c> was asked for.</summary>
/// <param name="Sides">The two sides, or none for all pairs.</param>
/// <param name="Matrix">Name of a matrix or a scenario table.</param>
/// <param name="Where">A filter expression.</param>
/// <param name="Kernels">Names of kernels; none: every observed one.</param>
/// <param name="Strategies">Names of strategies or guest assemblies; none: each that is shipped.</param>
/// <param name="Measures">The measures that are looked at; none: all.</param>
/// <param name="Format">How to write.</param>
/// <param name="Jobs">Number of threads.</param>
internal sealed record ExplainOptions(
    ImmutableArray<string> Sides,
    string Matrix,
    string? Where,
    IReadOnlyList<string> Kernels,
    IReadOnlyList<string> Strategies,
    ImmutableArray<Measure> Measures,
    ExplainFormat Format,
    int Jobs);
