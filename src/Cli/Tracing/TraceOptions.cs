namespace Compare.Cli;

/// <summary>What <c>trace</c> was asked for.</summary>
/// <param name="Scenario">An id, or a scenario as text.</param>
/// <param name="Matrix">A matrix or a scenario table where the id is looked up; <see langword="null"/>: standard, then cross.</param>
/// <param name="Kernels">Names of kernels; none: the first observed one.</param>
/// <param name="Strategies">Names of strategies or guest assemblies; none: see <see cref="TraceContenders"/>.</param>
/// <param name="Flip">Print the counterfactual instead of the events.</param>
internal sealed record TraceOptions(
    string Scenario,
    string? Matrix,
    IReadOnlyList<string> Kernels,
    IReadOnlyList<string> Strategies,
    bool Flip);
