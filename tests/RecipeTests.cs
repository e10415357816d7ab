using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Compare.Comparison;
using Compare.Engine;
using Compare.Strategies;
using Compare.Tests.Cli;

namespace Compare.Tests;

/// <summary>What is easily forgotten when something is added, for each recipe of <c>CONTRIBUTING.md</c> that has no other test.</summary>
public sealed partial class RecipeTests
{
    [Fact]
    public void Every_strategy_of_the_assembly_is_listed()
    {
        var listed = CommandLine.Done("list", "strategies").Split('\n').Where(line => line.Length > 0 && char.IsLetter(line[0])).ToArray();
        var strategies = typeof(Zwisler).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(FaultHandler)) && !type.IsAbstract)
            .Select(type => ((FaultHandler)Activator.CreateInstance(type)!).Name)
            .ToArray();
        Assert.Empty(strategies.Except(listed).Select(name => $"{name} is not in the catalogue"));
        var run = Shipped.All.Select(strategy => strategy.Name);
        Assert.Empty(strategies.Except(run).Select(name => $"{name} is not in tests/Support/Shipped.cs"));
    }

    [Fact]
    public void Every_value_of_a_policy_names_its_source()
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Compare.Engine.xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => member.Value);
        var silent = from policy in Policy.All
                     from value in policy.Values
                     let field = $"{value.GetType().FullName}.{value}"
                     where !documentation.TryGetValue($"F:{field}", out var text) || !KernelSource().IsMatch(text)
                     select $"{field} names no file of the kernel";
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_rule_of_the_engine_names_file_function_and_clause()
        => Assert.All(Enum.GetNames<Rule>(), name =>
        {
            var stated = typeof(Rule).GetField(name)!.GetCustomAttribute<RuleAttribute>();
            var isWhole = stated is { Function.Length: > 0, Text.Length: > 0 } && KernelSource().IsMatch(stated.File);
            Assert.True(isWhole, $"{name} has no source");
        });

    [Fact]
    public void Every_rule_of_findings_is_listed()
    {
        var listed = CommandLine.Done("list", "rules");
        Assert.All(FindingRule.All, rule => Assert.Contains(rule.Id, listed, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_measure_has_its_column()
    {
        Assert.Equal(Enum.GetValues<Measure>().Length, OutcomeColumns.Measures.Length);
        Assert.Distinct(OutcomeColumns.All);
    }

    [Fact]
    public void Every_command_is_named_by_the_help()
    {
        var help = CommandLine.Done("--help");
        var names = Directory.EnumerateFiles(RepositoryRoot.File("src/Cli/Commands"), "*Command.cs")
            .Select(path => Path.GetFileName(path)[..^"Command.cs".Length].ToLowerInvariant());
        Assert.All(names, name => Assert.Contains($"\n  {name} ", help, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_golden_file_is_checked_by_a_test()
    {
        var tests = Directory.EnumerateFiles(RepositoryRoot.File("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToArray();
        var golden = Directory.EnumerateFiles(RepositoryRoot.File("tests/Golden")).Select(path => Path.GetFileName(path))
            .Where(name => !name.EndsWith(".received", StringComparison.Ordinal));
        Assert.All(golden, name => Assert.Contains(tests, text => text.Contains($"\"{name}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\w+\.[chS]\b")]
    private static partial Regex KernelSource();
}
