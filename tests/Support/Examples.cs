using System.Reflection;
using Compare.Comparison;
using Compare.Engine;

namespace Compare.Tests;

/// <summary>The example strategies, loaded from their assembly as a user would.</summary>
internal static class Examples
{
    public static string Path { get; } = typeof(Examples).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Examples").Value!;

    private static readonly Lazy<FaultHandler[]> Loaded = new(() => [.. GuestAssembly.Load(Path)]);

    /// <summary>Answers "no journal" always.</summary>
    public static FaultHandler Never { get; } = Named("never");

    /// <summary>v2 that forgets to split.</summary>
    public static FaultHandler V2NoSplit { get; } = Named("v2-nosplit");

    public static FaultHandler Named(string name) => Loaded.Value.Single(strategy => strategy.Name == name);
}
