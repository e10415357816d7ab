using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Tests.Cli;

namespace Compare.Tests.Comparison;

/// <summary>What each answer of a predicate does.</summary>
public sealed class PredicatePartsTests
{
    [Fact]
    public void The_parts_of_zwisler_are_the_answers_to_private_writes_and_what_each_does_adds_up_to_what_a_count_says()
    {
        var scenarios = StandardMatrix.Build();
        var parts = PredicateParts.Of([KernelProfiles.V413], Simulation.Original, Simulation.Zwisler, scenarios, jobs: 2, static _ => { });
        Assert.All(parts.Parts, part => Assert.Equal((true, false, "J", "N"), (part.Cell.IsWrite, part.Cell.IsShared, part.Base.Letters, part.Candidate.Letters)));
        Assert.All(parts.Parts, part => Assert.Equal(scenarios.Length, part.Alone.Kinds.Sum()));
        var cow = parts.Parts.Single(part => part.Cell is { HasCowPage: true, Level: FaultLevel.Pte });
        Assert.Equal(111, cow.Alone[DifferenceKind.Fixed]);
        Assert.Equal(773, cow.Within[DifferenceKind.Fixed]);
        Assert.Null(parts.Parts.Single(part => part.Cell is { HasCowPage: false, Level: FaultLevel.Pte }).Within.Smallest);
    }

    [Fact]
    public void The_split_of_v2_matters_on_v4_13_and_nowhere_else()
    {
        var text = CommandLine.Done("explain", "v2", "v2-nosplit", "--parts");
        Assert.Contains("| write, private, PMD | FSC -> FC | v4.13       | breaks 130 | breaks 130       |", text, StringComparison.Ordinal);
        Assert.Contains("| write, private, PMD | FSC -> FC | v6.1, v6.12 | nothing    | nothing          |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_side_is_compared_with_the_base()
        => Assert.Equal(CommandLine.Done("explain", "original", "zwisler", "--parts", "--kernel", "v6.1"), CommandLine.Done("explain", "zwisler", "--parts", "--kernel", "v6.1"));

    [Theory]
    [InlineData("explain zwisler lookup-journal --parts", "--parts: found 'lookup-journal', which does more than answer, as in ")]
    [InlineData("explain zwisler --parts --all", "explain: found --all and --parts, expected one of them")]
    [InlineData("explain zwisler --parts --format csv", "explain: found --parts and --format csv, expected one of them")]
    [InlineData("explain zwisler --parts --measure page", "explain: found --parts and --measure, expected one of them")]
    [InlineData("explain --parts", "explain: found 3 strategies with --parts, expected two")]
    [InlineData("explain zwisler --parts --where kernel=v6.1", "--where: found kernel or strategy, expected columns of scenarios alone")]
    [InlineData("space --missing --strategy v2", "space: found --missing and --strategy, expected one of them")]
    public void Bad_input_is_refused(string line, string reason)
        => Assert.StartsWith(reason, CommandLine.Refused(line.Split(' ')), StringComparison.Ordinal);
}
