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
    public void Every_number_of_terms_over_the_standard_matrix_is_proven_least()
    {
        Assert.Contains("minimum", Survey.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("irredundant", Survey.Value, StringComparison.Ordinal);
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
}
