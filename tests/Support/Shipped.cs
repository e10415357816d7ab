using Compare.Engine;

namespace Compare.Tests;

/// <summary>The strategies that are shipped.</summary>
internal static class Shipped
{
    public static IReadOnlyList<FaultHandler> All { get; } = [Simulation.Original, Simulation.V2, Simulation.Zwisler];

    /// <summary>One of them, or an example.</summary>
    public static FaultHandler Named(string name) => All.FirstOrDefault(strategy => strategy.Name == name) ?? Examples.Named(name);
}
