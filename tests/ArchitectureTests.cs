using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Compare.Tests;

/// <summary>Who may know what: the rooms of <c>ARCHITECTURE.md</c>.</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string, string, string> Rooms => new()
    {
        { "src/Engine/Engine.csproj", "Compare.Engine", "" },
        { "src/Scenarios/Scenarios.csproj", "Compare.Scenarios", "Compare.Engine" },
        { "src/Guest/Guest.csproj", "Compare.Guest", "Compare.Engine Compare.Scenarios" },
        { "strategies/Strategies.csproj", "Compare.Strategies", "Compare.Engine" },
        { "src/Comparison/Comparison.csproj", "Compare.Comparison", "Compare.Engine Compare.Scenarios" },
        { "reports/Reports.csproj", "Compare.Reports", "Compare.Comparison Compare.Scenarios" },
        { "src/Recording/Recording.csproj", "Compare.Recording", "Compare.Engine Compare.Scenarios Compare.Comparison" },
        { "src/Patches/Patches.csproj", "Compare.Patches", "Compare.Engine Compare.Scenarios" },
        {
            "src/Cli/Cli.csproj",
            "compare",
            "Compare.Engine Compare.Scenarios Compare.Comparison Compare.Patches Compare.Recording Compare.Strategies Compare.Examples Compare.Reports"
        },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_names_only_the_rooms_that_it_may_know(string project, string assembly, string mayKnow)
    {
        var named = XDocument.Load(RepositoryRoot.File(project)).Descendants("ProjectReference")
            .Select(reference => "Compare." + Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include")));
        Assert.Empty(named.Except(mayKnow.Split(' ')).Select(other => $"{assembly} names {other}"));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void An_assembly_uses_only_the_rooms_that_it_may_know(string project, string assembly, string mayKnow)
    {
        var used = References(assembly).Where(name => name.StartsWith("Compare", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(used.Except(mayKnow.Split(' ')).Select(other => $"{project} uses {other}"));
    }

    [Fact]
    public void The_engine_uses_nothing_but_the_framework()
        => Assert.All(References("Compare.Engine"), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    [Fact]
    public void Strategies_use_only_the_handler_contract_of_the_engine()
    {
        var contract = Directory.EnumerateFiles(RepositoryRoot.File("src/Engine/Handlers"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"^public [\w ]*?(?:class|struct|interface|enum) (\w+)", RegexOptions.Multiline))
            .Select(declaration => declaration.Groups[1].Value);
        Assert.Empty(EngineTypes("Compare.Strategies").Except(contract));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(RepositoryRoot.File("Compare.sln"));
        Assert.All(Rooms, room => Assert.Contains(
            room.Data.Item1.Replace('/', '\\'),
            solution,
            StringComparison.Ordinal));
    }

    [Fact]
    public void The_rules_apply_to_every_project_of_the_solution_and_to_no_other()
    {
        var projects = Regex.Matches(File.ReadAllText(RepositoryRoot.File("Compare.sln")), @"""([^""]+\.csproj)""")
            .Select(project => project.Groups[1].Value.Replace('\\', '/'));
        var ours = XDocument.Load(RepositoryRoot.File("Directory.Build.props")).Descendants("Ours").Single().Value
            .Split([';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(projects.Order(StringComparer.Ordinal), ours);
    }

    private static List<string> References(string assembly)
        => Inspect(assembly, reader => reader.AssemblyReferences
            .Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))
            .ToList());

    /// <summary>The names of the engine's types that an assembly uses; of a nested type, that of the outer one.</summary>
    private static List<string> EngineTypes(string assembly)
        => Inspect(assembly, reader => reader.TypeReferences
            .Select(reader.GetTypeReference)
            .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference
                && reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == "Compare.Engine")
            .Select(type => reader.GetString(type.Name).Split('`')[0])
            .ToList());

    private static T Inspect<T>(string assembly, Func<MetadataReader, T> read)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        return read(file.GetMetadataReader());
    }
}
