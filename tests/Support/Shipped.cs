using Compare.Engine;

namespace Compare.Tests;

/// <summary>The strategies that are shipped.</summary>
internal static class Shipped
{
    public static IReadOnlyList<FaultHandler> All { get; } = [Simulation.Original, Simulation.V2, Simulation.Zwisler];

    public static FaultHandler Named(string name) => All.Single(strategy => strategy.Name == name);
}
