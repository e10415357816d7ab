using Compare.Comparison;
using Compare.Scenarios;
using Compare.Tests.Cli;
using Compare.Tests.Patches;

namespace Compare.Tests;

/// <summary>Strategies in a file of C# that nobody has built.</summary>
public sealed class GuestSourceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_predicate_of_the_readme_is_compiled_and_has_its_column()
    {
        var source = File.ReadAllText(RepositoryRoot.File("README.md")).Split("```csharp\n")[1].Split("\n```")[0];
        Assert.Contains(
            "v6.1 only-pte",
            CommandLine.Done("run", "--strategy", _directory.Write("OnlyPte.cs", source), "--strategy", "zwisler", "--kernel", "v6.1", "--scenario", "steps=store"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fault.IsWrite && fault.IsShared", "zwisler")]
    [InlineData("new[] { fault.IsWrite }.Any(write => write)", "original")]
    public void It_decides_as_the_class_that_is_shipped(string decision, string name)
    {
        var strategy = Assert.Single(GuestAssembly.Load(Predicate("mine", decision)));
        Assert.Equal(Fingerprints.Of(Shipped.Named(name)), Fingerprints.Of(strategy));
        CHandlerTests.AssertSame(Shipped.Named(name), strategy, StandardMatrix.Build().Where((_, i) => i % 31 == 0));
    }

    [Fact]
    public void A_whole_handler_of_the_same_text_has_the_same_fingerprint()
    {
        string[] hashes = [Fingerprint("NoPage"), Fingerprint("NoPage"), Fingerprint("SigBus")];
        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);

        string Fingerprint(string result) => Fingerprints.Of(Assert.Single(GuestAssembly.Load(_directory.Write("one.cs", $$"""
            public sealed class One : FaultHandler
            {
                public override string Name => "one";
                public override string Condition => "";
                public override string Origin => "";
                public override VmFault HugeFault(in Fault fault, IKernelOperations kernel) => VmFault.{{result}};
            }
            """))));
    }

    [Fact]
    public void One_of_several_is_chosen_by_name()
    {
        var file = _directory.Write("two.cs", $"{Class("A", "one", "true")}\n{Class("B", "two", "false")}");
        Assert.Contains("v6.1 two", CommandLine.Done("run", "--strategy", file + ":two", "--kernel", "v6.1", "--scenario", "steps=load"), StringComparison.Ordinal);
        Assert.Contains("expected one of one, two", CommandLine.Refused("run", "--strategy", file + ":tow"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_error_is_told_at_its_place_and_the_others_are_counted()
    {
        var file = Predicate("mine", "fault.IsWrit ||\n fault.IsShred");
        Assert.StartsWith($"{file}:1:", CommandLine.Refused("run", "--strategy", file), StringComparison.Ordinal);
        Assert.EndsWith(" (and 1 more)", CommandLine.Refused("run", "--strategy", file).TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("the compiler says CS1061: 'Fault' does not contain a definition for 'IsWrit'", CommandLine.Refused("run", "--strategy", file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class Inner { }", "found no public class that is a FaultHandler")]
    [InlineData("", "found no public class that is a FaultHandler")]
    [InlineData("a\0\0b", "found bytes that are no text, expected a file of C#")]
    public void A_file_without_a_strategy_is_refused(string text, string problem)
        => Assert.Contains(problem, CommandLine.Refused("run", "--strategy", _directory.Write("mine.cs", text)), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_and_a_directory_are_refused()
    {
        Assert.Contains("no such file", CommandLine.Refused("run", "--strategy", _directory["none.cs"]), StringComparison.Ordinal);
        Directory.CreateDirectory(_directory["some.cs"]);
        Assert.Contains("found a directory", CommandLine.Refused("run", "--strategy", _directory["some.cs"]), StringComparison.Ordinal);
    }

    private string Predicate(string name, string decision) => _directory.Write($"{name}.cs", Class("Mine", name, decision));

    private static string Class(string type, string name, string decision)
        => $"public sealed class {type} : WritePredicate {{ public override string Name => \"{name}\"; public override string Condition => \"\"; "
            + $"public override string Origin => \"\"; public override WriteDecision Decide(in Fault fault) => {decision}; }}";
}
