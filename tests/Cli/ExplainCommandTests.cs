using System.Globalization;
using Compare.Scenarios;

namespace Compare.Tests.Cli;

public sealed class ExplainCommandTests
{
    private static readonly Lazy<string> Survey = new(() => CommandLine.Done("explain", "--all"));

    [Theory]
    [InlineData("original", "explain-original-zwisler.txt")]
    [InlineData("v2", "explain-v2-zwisler.txt")]
    public void An_explanation_is_printed_as_it_should_be(string left, string golden)
        => Golden.Check(golden, CommandLine.Done("explain", left, "zwisler", "--kernel", "v4.13"));

    [Theory]
    [InlineData("explain --all")]
    [InlineData("explain --all --format csv")]
    [InlineData("explain v4.13 v6.1 --format md")]
    public void The_output_does_not_depend_on_the_number_of_threads(string line)
    {
        var words = line.Split(' ');
        Assert.Equal(CommandLine.Done([.. words, "--jobs", "1"]), CommandLine.Done([.. words, "--jobs", "2"]));
    }

    [Fact]
    public void No_line_is_wider_than_a_hundred_columns_but_for_commands()
        => Assert.All(
            Survey.Value.Split('\n').Where(line => !line.Contains("compare run", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 100));

    [Fact]
    public void Every_number_of_terms_over_the_standard_matrix_is_proven_least_but_of_four_whole_differences_to_v612()
    {
        Assert.Contains("minimum", Survey.Value, StringComparison.Ordinal);
        var open = Survey.Value.Split("\n\n").Where(part => part.Contains("irredundant", StringComparison.Ordinal));
        Assert.Equal(
            ["v4.13 -> v6.12 under v2", "v4.13 -> v6.12 under zwisler", "v6.1 -> v6.12 under v2", "v6.1 -> v6.12 under zwisler"],
            open.Select(part => part.Split('\n')[0]));
    }

    [Fact]
    public void Every_printed_command_runs()
    {
        var commands = CommandLine.Done("explain", "original", "zwisler", "--kernel", "v6.1")
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("rerun", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var parts = command["rerun".Length..].Trim().Split('"');
            Assert.StartsWith("compare run --kernel v6.1 --scenario ", parts[0], StringComparison.Ordinal);
            CommandLine.Done([.. parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1), parts[1]]);
        }
    }

    [Fact]
    public void Conditions_as_printed_can_be_given_to_where()
    {
        // Over what the condition of any difference admits, every scenario differs.
        var lines = CommandLine.Done("explain", "v2", "zwisler", "--kernel", "v4.13").Split('\n');
        var condition = string.Join(' ', lines.Skip(2).TakeWhile(line => line.Length > 0).Select(line => line.Trim()));
        FilterExpression.Parse(condition, FilterVocabulary.ScenarioOnly);
        var narrowed = CommandLine.Done("explain", "v2", "zwisler", "--kernel", "v4.13", "--where", condition);
        Assert.Contains("Different in 678 scenarios", narrowed.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("in every scenario of the matrix", narrowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_alone_is_explained_alone()
    {
        var output = CommandLine.Done("explain", "v2", "zwisler", "--kernel", "v4.13", "--measure", "result");
        var all = StandardMatrix.Count.ToString("N0", CultureInfo.InvariantCulture);
        Assert.StartsWith(
            $"v2 -> zwisler on v4.13\nThe same in all {all} scenarios of the standard matrix.\n", output, StringComparison.Ordinal);
        var starts = CommandLine.Done("explain", "v2", "zwisler", "--kernel", "v4.13", "--measure", "journal_starts");
        Assert.Contains($"Different in 450 of {all} scenarios", starts, StringComparison.Ordinal);
        Assert.DoesNotContain("bookkeeping", starts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_is_explained_and_named_in_the_command()
    {
        var output = CommandLine.Done("explain", "v2", $"{Examples.Path}:v2-nosplit", "--kernel", "v4.13");
        Assert.Contains("hang: ok -> livelock", output, StringComparison.Ordinal);
        Assert.Contains($"--strategy v2 --strategy {Examples.Path}:v2-nosplit --scenario ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_survey_names_groups_of_equivalent_strategies()
    {
        var output = CommandLine.Done("explain", "--all", "--kernel", "v6.1");
        Assert.Contains("| v6.1   | original, v2, zwisler | original, {v2, zwisler} |", output, StringComparison.Ordinal);
        Assert.Contains("compare explain --all --matrix cross", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_survey_says_where_strategies_run_different_scenarios()
    {
        var output = CommandLine.Done("explain", "--all", "--where", "strategy = v2 and fs = ro or strategy = original and fs = rw");
        Assert.Contains("| v4.13  | (run different scenarios) | (run different scenarios) |", output, StringComparison.Ordinal);
        Assert.DoesNotContain("{", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenarios_and_what_they_leave_open_are_those_that_both_sides_ran()
    {
        var both = Joined("explain original zwisler --kernel v4.13", "strategy = original or fs = ro");
        var alone = Joined("explain original zwisler --kernel v4.13", "fs = ro");
        Assert.Contains("Different in 454 of 1,665 scenarios of ", both, StringComparison.Ordinal);
        Assert.Contains("Exact on the 1,665 scenarios that both ran of ", both, StringComparison.Ordinal);
        const string Open = "the other 21,375 combinations of mount, mapping, geometry, extent, size, thp, access, at and prior,";
        Assert.Contains(Open + " none of which both ran.", both, StringComparison.Ordinal);
        Assert.Contains(Open + " which it does not hold.", alone, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_that_compare_different_numbers_of_scenarios_stand_apart()
    {
        var output = Joined("explain v2 zwisler --measure result", "kernel = v4.13 and fs = ro or kernel = v6.1");
        string[] parts =
        [
            "v2 -> zwisler on v4.13 The same in all 1,665 scenarios", "Exact on the 1,665 scenarios",
            "v2 -> zwisler on v6.1 The same in all 9,720 scenarios", "Exact on the 9,720 scenarios",
        ];
        var found = parts.Select(part => output.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, found);
        Assert.Equal(found.Order(), found);
        Assert.Equal(3, output.Split("Exact on the ").Length);
    }

    [Fact]
    public void The_survey_of_the_cross_matrix_counts_the_exceptions_to_conditions_of_the_standard_one()
    {
        var output = CommandLine.Done("explain", "--all", "--kernel", "v4.13", "--matrix", "cross", "--where", "fs = frozen");
        Assert.Contains("Conditions found over the standard matrix, judged over the cross matrix", output, StringComparison.Ordinal);
        Assert.Contains(" too many: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_differences_has_a_row_for_any_difference_each_class_and_each_measure()
    {
        var rows = CommandLine.Done("explain", "v2", "zwisler", "--kernel", "v4.13", "--format", "csv").TrimEnd('\n').Split('\n');
        Assert.StartsWith("left,right,kernel,strategy,part,severity,title,scenarios,terms,literals,proof,condition,", rows[0], StringComparison.Ordinal);
        Assert.Single(rows, row => row.StartsWith("v2,zwisler,v4.13,,any,,,678,4,", StringComparison.Ordinal));
        Assert.Equal(4, rows.Count(row => row.StartsWith("v2,zwisler,v4.13,,class,", StringComparison.Ordinal)));
        Assert.Equal(2, rows.Count(row => row.StartsWith("v2,zwisler,v4.13,,measure,", StringComparison.Ordinal)));
    }

    /// <summary>What is printed with a filter, its lines put together.</summary>
    private static string Joined(string line, string where)
        => CommandLine.Done([.. line.Split(' '), "--where", where]).ReplaceLineEndings(" ");
}
