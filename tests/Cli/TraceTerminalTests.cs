using System.Text.RegularExpressions;

namespace Compare.Tests.Cli;

public sealed partial class TraceTerminalTests
{
    private const string Bug = "fs=ro mapping=private steps=copyin";
    private const string Long = "mapping=shared thp=nohuge steps=store fsync fork punch store";

    /// <summary>Words with a bar between two: a scenario has blanks in it.</summary>
    public static TheoryData<string> Commands =>
    [
        $"trace|{Bug}",
        $"trace|{Bug}|--strategy|zwisler",
        $"trace|{Long}|--kernel|v4.13|--kernel|v6.1",
        $"trace|{Bug}|--flip",
        $"trace|{Long}|--flip|--strategy|v2",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_line_is_wider_than_the_terminal(string command)
    {
        foreach (var width in (int[])[60, 80, 100, 120, 160, 200])
        {
            var output = Plain(CommandLine.RunOnTerminal(width, command.Split('|')).Output);
            Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Without_colour_there_is_no_escape_and_no_trailing_blank(string command)
    {
        var output = CommandLine.Done(command.Split('|'));
        Assert.DoesNotContain('\e', output);
        Assert.All(output.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.Matches(@"\A\S[\s\S]*\S\n\z", output);
    }

    [Fact]
    public void With_colour_there_are_escapes_and_one_strategy_has_the_same_words()
    {
        var output = CommandLine.RunOnTerminal(400, "trace", Bug, "--strategy", "zwisler").Output;
        Assert.Contains('\e', output);
        Assert.Equal(CommandLine.Done("trace", Bug, "--strategy", "zwisler"), Plain(output));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(160)]
    public void However_narrow_the_columns_no_letter_is_lost(int width)
    {
        var lines = Plain(CommandLine.RunOnTerminal(width, "trace", Bug).Output).Split('\n')
            .SkipWhile(line => !line.Contains("-+-", StringComparison.Ordinal)).ToArray();
        var column = lines[0].IndexOf("-+-", StringComparison.Ordinal);
        var columns = lines.Skip(1).Where(line => !line.Contains("====", StringComparison.Ordinal)).ToArray();
        var left = Letters(columns.Select(line => line.Length > column ? line[..column] : line));
        var right = Letters(columns.Select(line => line.Length > column + 2 ? line[(column + 3)..] : ""));
        foreach (var (strategy, found) in new[] { ("original", left), ("zwisler", right) })
        {
            var alone = CommandLine.Done("trace", Bug, "--strategy", strategy).Split('\n').Skip(3)
                .Select(line => Source().Replace(line, match => $"[{match.Groups[1].Value}]"));
            Assert.Equal(Letters(alone), found);
        }

        static string Letters(IEnumerable<string> lines) => string.Concat(lines).Replace(" ", "", StringComparison.Ordinal);
    }

    private static string Plain(string text) => Escape().Replace(text, "");

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Escape();

    [GeneratedRegex(@" +(?:[a-z0-9_]+/)+[a-z0-9_]+\.[ch] (\w+)$")]
    private static partial Regex Source();
}
