using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compare.Bench;

/// <summary>One project of a built copy of the repository, compiled again with mutants in it.</summary>
/// <param name="root">The copy; <c>dotnet build</c> has left there what it generated.</param>
/// <param name="project">The project's folder, from the root.</param>
/// <param name="assembly">The name of its assembly.</param>
/// <param name="folders">The folders of it that get mutants; none: all of it.</param>
internal sealed partial class MutantBuild(string root, string project, string assembly, params string[] folders)
{
    private const string Output = "bin/Release/net10.0";

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);

    private readonly string _original = Path.Combine(root, project, Output, assembly + ".dll");

    /// <summary>Writes mutants into the project's source.</summary>
    /// <param name="mutants">Every mutant that the projects before could have; those of this one are added.</param>
    /// <param name="wanted">The mutants that are written.</param>
    public CSharpCompilation With(List<Mutant> mutants, IReadOnlySet<int> wanted)
    {
        var clean = Clean();
        var mutated = clean;
        foreach (var tree in clean.SyntaxTrees.Where(IsMutated))
        {
            var mutator = new Mutator(Path.GetRelativePath(root, tree.FilePath), clean.GetSemanticModel(tree), wanted, mutants);
            var text = mutator.Visit(tree.GetRoot())!.ToFullString();
            mutated = mutated.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, path: tree.FilePath));
        }

        return mutated.AddSyntaxTrees(CSharpSyntaxTree.ParseText($$"""
            [System.Runtime.CompilerServices.CompilerGenerated]
            internal static class {{Mutator.Switch}}
            {
                private static readonly int Number = int.Parse(System.Environment.GetEnvironmentVariable("MUTANT") ?? "0");
                private static readonly string? Reached = System.Environment.GetEnvironmentVariable("MUTANTS_REACHED");
                private static readonly bool[] Numbers = new bool[{{mutants.Count + 1}}];
                static {{Mutator.Switch}}()
                {
                    if (Reached != null) { System.AppDomain.CurrentDomain.ProcessExit += (_, _) => Write(); }
                }
                private static void Write()
                {
                    var text = string.Concat(Enumerable.Range(0, Numbers.Length).Where(i => Numbers[i]).Select(i => i + "\n"));
                    File.AppendAllText(Reached!, text);
                }
                public static bool Is(int number)
                {
                    if (Reached != null) { Numbers[number] = true; }
                    return number == Number;
                }
            }
            """));
    }

    /// <summary>The mutants that keep it from being compiled; none: the assembly was written where the tests load it.</summary>
    /// <param name="compilation">The project with mutants.</param>
    public HashSet<int> Emit(CSharpCompilation compilation)
    {
        var original = Assembly.LoadFile(_original);
        using var image = new MemoryStream();
        var result = compilation.Emit(image, manifestResources: original.GetManifestResourceNames()
            .Select(name => new ResourceDescription(name, () => original.GetManifestResourceStream(name)!, isPublic: true)));
        if (result.Success)
        {
            File.WriteAllBytes(Path.Combine(root, "tests", Output, assembly + ".dll"), image.ToArray());
            return [];
        }

        return [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).SelectMany(Culprits)];
    }

    /// <summary>The innermost mutant around an error, or all in the same member.</summary>
    private static IEnumerable<int> Culprits(Diagnostic error)
    {
        var around = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf();
        var inner = around.Select(node => node switch
        {
            ConditionalExpressionSyntax branch => Number().Match(branch.Condition.ToString()),
            IfStatementSyntax branch => Number().Match(branch.Condition.ToString()),
            _ => Match.Empty,
        }).FirstOrDefault(match => match.Success);
        var member = around.OfType<MemberDeclarationSyntax>().First().ToString();
        IEnumerable<Match> matches = inner is null ? AnyNumber().Matches(member) : [inner];
        var culprits = matches.Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        return culprits.Count > 0 ? culprits : throw new InvalidOperationException($"no mutant is the cause of {error}");
    }

    private CSharpCompilation Clean()
    {
        var files = Directory.GetFiles(Path.Combine(root, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Ignored().IsMatch(Path.GetRelativePath(root, file)))
            .Order(StringComparer.Ordinal);
        using var image = new PEReader(File.OpenRead(_original));
        var metadata = image.GetMetadataReader();
        var beside = metadata.AssemblyReferences
            .Select(handle => Path.Combine(root, project, Output, metadata.GetString(metadata.GetAssemblyReference(handle).Name) + ".dll"))
            .Where(File.Exists);
        var framework = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged);
        return CSharpCompilation.Create(
            assembly,
            files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)),
            framework.Concat(beside).Select(file => MetadataReference.CreateFromFile(file)),
            Options);
    }

    private bool IsMutated(SyntaxTree tree)
        => !Path.GetRelativePath(root, tree.FilePath).Contains("/obj/", StringComparison.Ordinal)
            && (folders.Length == 0 || folders.Contains(Path.GetRelativePath(Path.Combine(root, project), tree.FilePath).Split('/')[0]));

    private static bool IsManaged(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        return image.HasMetadata;
    }

    [GeneratedRegex($@"\A!?{Mutator.Switch}\.Is\((\d+)\)\z")]
    private static partial Regex Number();

    [GeneratedRegex($@"{Mutator.Switch}\.Is\((\d+)\)")]
    private static partial Regex AnyNumber();

    /// <summary>Assemblies of their own inside, and what a build in another configuration has left.</summary>
    [GeneratedRegex(@"/bin/|/obj/(?!Release/)|^strategies/Examples/|/obj/Release/net10.0/ref")]
    private static partial Regex Ignored();
}
