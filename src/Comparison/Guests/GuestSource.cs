using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Compare.Comparison;

/// <summary>A file of C# with strategies, compiled in memory against the engine that runs.</summary>
internal static class GuestSource
{
    /// <summary>How the name of such a file ends.</summary>
    public const string Extension = ".cs";

    /// <summary>What a new project imports without being asked.</summary>
    private const string Imports = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Compare.Engine;
        """;

    /// <summary>Compiles a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The assembly; the same text gives the same one.</returns>
    /// <exception cref="InputException">It cannot be read, or does not compile: the first error, and how many more there are.</exception>
    public static Assembly Compile(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var tree = CSharpSyntaxTree.ParseText(Read(path), path: Path.GetFileName(path));
        var compilation = CSharpCompilation.Create(
            "Compare.Guest." + name,
            [tree, CSharpSyntaxTree.ParseText(Imports)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true)
                .WithNullableContextOptions(NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var errors = compilation.Emit(image).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan)
            .ToArray();
        return errors is [var first, ..] ? throw Error(path, first, errors.Length - 1) : Assembly.Load(image.ToArray());
    }

    private static SourceText Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return SourceText.From(file, throwIfBinaryDetected: true);
        }
        catch (InvalidDataException)
        {
            throw new InputException(new InputLocation(path), "found bytes that are no text, expected a file of C#");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputLocation(path), failure.Message, failure);
        }
    }

    /// <summary>Every assembly that the program itself can use.</summary>
    private static IEnumerable<MetadataReference> References()
        => ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(file => MetadataReference.CreateFromFile(file));

    private static InputException Error(string path, Diagnostic error, int more)
    {
        var at = error.Location.GetLineSpan().StartLinePosition;
        var place = error.Location.IsInSource ? string.Create(CultureInfo.InvariantCulture, $"{path}:{at.Line + 1}:{at.Character + 1}") : path;
        return new($"{place}: the compiler says {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}"
            + (more == 0 ? "" : $" (and {more.ToString(CultureInfo.InvariantCulture)} more)"));
    }
}
