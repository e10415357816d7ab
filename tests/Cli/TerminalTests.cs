using System.Text.RegularExpressions;
using Compare.Cli;

namespace Compare.Tests.Cli;

public sealed partial class TerminalTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string> Commands => ["list strategies", "list kernels", "check", "run --scenario", "run --matrix"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Without_colour_there_is_no_escape_and_no_trailing_blank(string command)
    {
        var output = CommandLine.Run(Arguments(command)).Output;
        Assert.DoesNotContain('\e', output);
        Assert.All(output.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.DoesNotContain("\n\n\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\A\S[\s\S]*\S\n\z", output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void With_colour_there_are_escapes_and_the_same_words(string command)
    {
        var output = CommandLine.RunOnTerminal(400, Arguments(command)).Output;
        Assert.Contains('\e', output);
        Assert.Equal(Words(CommandLine.Run(Arguments(command)).Output), Words(Plain(output)));

        static IEnumerable<string> Words(string text)
            => Frame().Replace(text, " ").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_line_is_wider_than_the_terminal(string command)
    {
        foreach (var width in (int[])[60, 80, 100, 120])
        {
            var output = Plain(CommandLine.RunOnTerminal(width, Arguments(command)).Output);
            Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, width));
            Assert.DoesNotContain('…', output);
        }
    }

    [Fact]
    public void What_is_done_at_once_shows_no_progress()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, Colour: false, ShowsProgress: true, int.MaxValue);
        Assert.Equal(0, CompareProgram.Run(Arguments("run --matrix"), terminal));
        Assert.Equal("", error.ToString());
        Assert.Equal(CommandLine.Done(Arguments("run --matrix")), output.ToString());
    }

    [Fact]
    public void A_table_that_is_too_wide_is_cut_between_columns_and_each_part_says_which_row_is_which()
    {
        var lines = Plain(CommandLine.RunOnTerminal(100, Arguments("check")).Output).Split('\n');
        var headers = lines.Where(line => line.Contains("│ kind ", StringComparison.Ordinal)).Select(Cells).ToArray();
        Assert.InRange(headers.Length, 2, 5);
        Assert.All(headers, header => Assert.Equal(["kernel", "strategy", "kind"], header[..3]));
        Assert.Equal(headers.Length, lines.Count(line => line.Contains("│ v4.13  │ zwisler  │ other │", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "rows", "result", "page", "handler", "journal_starts", "iomap_starts", "thp_fault_fallback", "thp_split_pmd",
                "mtime_changed", "blocks_delta",
            ],
            headers.SelectMany(header => header[3..]));

        static string[] Cells(string line) => line.Trim('│').Split('│', StringSplitOptions.TrimEntries);
    }

    private string[] Arguments(string command) => command switch
    {
        "check" => ["check", _directory.Write("t.csv", Csv.Outcome())],
        "run --scenario" => ["run", "--scenario", "fs=ro steps=store other-load"],
        "run --matrix" =>
        [
            "run", "--matrix", _directory.Write("m.csv", Csv.ScenarioHeader + Csv.ScenarioRow), "--kernel", "v4.13+forced-cow",
            "--out", _directory["out"],
        ],
        _ => command.Split(' '),
    };

    private static string Plain(string text) => Escape().Replace(text, "");

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[─│╭╮╰╯├┤┬┴┼|]|(?<=\| )-{2,}:?(?= \|)")]
    private static partial Regex Frame();
}
