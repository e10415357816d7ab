using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Compare.Comparison;

/// <summary>Hashes (SHA-256, hexadecimal) of what outcomes are made by.</summary>
public static class Fingerprints
{
    /// <summary>The file with the values of the profiles, each of which has a hash of its own.</summary>
    private const string ProfileValues = "Profiles/KernelProfiles.cs";

    /// <summary>The engine's source.</summary>
    public static string Engine { get; } = OfSources((typeof(KernelProfile).Assembly, path => path != ProfileValues));

    /// <summary>The source of what turns effects into cells, and of the words in scenarios and cells.</summary>
    public static string Tool { get; } = OfSources(
        (typeof(ScenarioRunner).Assembly, path => path.StartsWith("Running/", StringComparison.Ordinal) || path.StartsWith("Outcomes/", StringComparison.Ordinal)),
        (typeof(Scenario).Assembly, path => path.StartsWith("Vocabulary/", StringComparison.Ordinal) || !path.Contains('/')));

    /// <summary>A kernel profile: the value of each of its policies, wherever they were written down.</summary>
    /// <param name="kernel">The profile.</param>
    public static string Of(KernelProfile kernel)
    {
        return OfText(string.Concat(Policy.All.Select(policy => $"{policy.Name}={policy.ValueIn(kernel)}\n")));
    }

    /// <summary>A strategy: of a predicate what it answers to every fault, of a source its text, of another whole handler the bytes of its
    /// assembly.</summary>
    /// <param name="strategy">The strategy.</param>
    public static string Of(FaultHandler strategy)
    {
        if (strategy is WritePredicate predicate)
        {
            return OfText(DecisionText(predicate));
        }

        if (strategy is SourceHandler source)
        {
            return source.SourceHash;
        }

        var assembly = strategy.GetType().Assembly;
        return assembly.Location is { Length: > 0 } file
            ? OfFile(file)
            : OfText(assembly.ManifestModule.ModuleVersionId.ToString());
    }

    /// <summary>SHA-256 of a file's bytes.</summary>
    /// <param name="file">The file.</param>
    public static string OfFile(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The answer to every combination of level, fault flags, VMA flags and <c>cow_page</c>, kernels produce it or not.</summary>
    private static string DecisionText(WritePredicate predicate)
    {
        var allFaultFlags = Enum.GetValues<FaultFlags>().Aggregate((all, flag) => all | flag);
        var allVmFlags = Enum.GetValues<VmFlags>().Aggregate((all, flag) => all | flag);
        var text = new StringBuilder();
        foreach (var level in Enum.GetValues<FaultLevel>())
        {
            for (var faultFlags = FaultFlags.None; faultFlags <= allFaultFlags; faultFlags++)
            {
                for (var vmFlags = VmFlags.None; vmFlags <= allVmFlags; vmFlags++)
                {
                    foreach (var hasCowPage in (bool[])[false, true])
                    {
                        text.Append(Answer(predicate, new Fault(level, faultFlags, vmFlags, hasCowPage))).Append('\n');
                    }
                }
            }
        }

        return text.ToString();
    }

    private static string Answer(WritePredicate predicate, Fault fault)
    {
        try
        {
            return predicate.Decide(in fault).ToString();
        }
#pragma warning disable CA1031 // A guest may throw anything; for a fault that no kernel produces, that is its answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure.GetType().Name;
        }
    }

    private const string Prefix = "source/";

    /// <summary>The hash of some sources: names and texts in ordinal order of the name, lines ended by LF, whatever the checkout did to
    /// them.</summary>
    /// <param name="parts">Assemblies, and which of their files count, by path from the project with <c>/</c> between folders.</param>
    /// <exception cref="InvalidOperationException">No file counts.</exception>
    private static string OfSources(params ReadOnlySpan<(Assembly Assembly, Func<string, bool> Counts)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = 0;
        foreach (var (assembly, counts) in parts)
        {
            var names = assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => (Resource: name, Path: name[Prefix.Length..].Replace('\\', '/')))
                .Where(name => counts(name.Path))
                .OrderBy(name => name.Path, StringComparer.Ordinal);
            foreach (var (resource, path) in names)
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                var text = reader.ReadToEnd().ReplaceLineEndings("\n");
                hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{text.Length}\n{text}"));
                files++;
            }
        }

        return files > 0
            ? Convert.ToHexStringLower(hash.GetHashAndReset())
            : throw new InvalidOperationException("an assembly without its source: is EmbedsSource set in its project?");
    }
}
