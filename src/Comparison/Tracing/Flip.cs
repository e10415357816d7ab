namespace Compare.Comparison;

/// <summary>A neighbour of a scenario with another verdict.</summary>
/// <param name="Neighbour">What is changed.</param>
/// <param name="After">The verdict that comes of it.</param>
public sealed record Flip(ScenarioNeighbour Neighbour, Verdict After);
