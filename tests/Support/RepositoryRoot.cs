using System.Reflection;

namespace Compare.Tests;

/// <summary>Where the checkout is that the tests were built from; files in it are read, never written.</summary>
internal static class RepositoryRoot
{
    private static readonly string Root = typeof(RepositoryRoot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string File(string relativePath) => Path.Combine(Root, relativePath);

    public static string[] Observations { get; } = [.. Directory
        .GetFiles(File("tests/Observations"), "v*.csv")
        .Order(StringComparer.Ordinal)];
}
