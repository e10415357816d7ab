using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Compare.Comparison;

/// <summary>A hash of the source that an assembly was built from, which the assembly carries with it (<c>EmbedsSource</c>).</summary>
internal static class SourceFingerprint
{
    private const string Prefix = "source/";

    /// <summary>The hash of some sources: names and texts in ordinal order of the name, lines ended by LF, whatever the checkout did to
    /// them.</summary>
    /// <param name="parts">Assemblies, and which of their files count, by path from the project with <c>/</c> between folders.</param>
    /// <exception cref="InvalidOperationException">No file counts.</exception>
    public static string Of(params ReadOnlySpan<(Assembly Assembly, Func<string, bool> Counts)> parts)
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
