namespace Compare.Tests.Cli;

public sealed class ReviewTests : IDisposable
{
    private readonly SignOffDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Without_a_terminal_nobody_is_asked()
    {
        Assert.Equal(
            "review: found no terminal for input and output, expected both; compare verify and compare accept need none",
            CommandLine.Refused("review", "--by", "a reviewer"));
        Assert.False(File.Exists(_desk.Ledger));
    }

    [Fact]
    public void Each_answer_is_recorded_and_what_is_skipped_stays_open()
    {
        var open = _desk.Open("bookkeeping");
        var (exit, output) = _desk.Review("a\nit is meant\nr\n\nnot like this\ns\nq\n");
        Assert.Equal(0, exit);
        Assert.Contains($"[1/{open.Length}] ", output, StringComparison.Ordinal);
        Assert.Contains($"Left at 4 of {open.Length}; ", output, StringComparison.Ordinal);
        var rows = File.ReadAllLines(_desk.Ledger);
        Assert.Equal(3, rows.Length);
        Assert.Contains(rows, row => row.StartsWith($"{open[0]},accepted,a reviewer,2017-08-23,it is meant,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith($"{open[1]},rejected,a reviewer,2017-08-23,not like this,", StringComparison.Ordinal));
        Assert.Equal(open[1..], _desk.Open("bookkeeping"));
        Assert.Contains("rejected by a reviewer, 2017-08-23: not like this\n", _desk.Verify("--severity", "bookkeeping").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_the_input_is_a_way_to_quit()
    {
        Assert.Equal(0, _desk.Review("").ExitCode);
        Assert.Equal(0, _desk.Review("a\n").ExitCode);
        Assert.False(File.Exists(_desk.Ledger));
    }

    [Fact]
    public void An_answer_that_is_none_is_asked_for_again()
        => Assert.Equal(2, _desk.Review("what\nq\n").Output.Split("(a/r/s/q)? ").Length - 1);

    [Fact]
    public void The_last_one_ends_it_and_then_nothing_is_open()
    {
        var open = _desk.Open("bookkeeping");
        var answers = string.Concat(Enumerable.Repeat("accept\nmeant\n", open.Length));
        Assert.EndsWith("That was the last one.\n", _desk.Review(answers).Output, StringComparison.Ordinal);
        Assert.Equal("Nothing is open.\n", _desk.Review("").Output);
        Assert.Equal(0, _desk.Verify("--severity", "bookkeeping").ExitCode);
    }
}
