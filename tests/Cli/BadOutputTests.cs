using System.Net.Sockets;
using Compare.Cli;

namespace Compare.Tests.Cli;

/// <summary>Outputs that cannot be written end in one message, and whatever was there stays as it was.</summary>
public sealed class BadOutputTests : IDisposable
{
    private const string Scenario = "steps=load";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("f")]
    [InlineData("f/below")]
    [InlineData("f/below/it")]
    public void A_file_where_a_directory_should_be_is_refused_by_its_name(string output)
    {
        var file = _directory.Write("f", "old");
        Assert.Equal(
            $"{_directory[output]}/outcomes.csv: cannot be written: '{file}' is a file, expected a directory",
            CommandLine.Refused("run", "--scenario", Scenario, "--out", _directory[output]));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal(["f"], _directory.Names);
    }

    [Theory]
    [InlineData("/proc/compare")]
    [InlineData("/dev/full")]
    public void A_place_that_holds_no_files_is_refused(string output)
        => Assert.StartsWith(
            $"{output}/outcomes.csv: found a device or kernel file",
            CommandLine.Refused("run", "--scenario", Scenario, "--out", output),
            StringComparison.Ordinal);

    [Fact]
    public void A_directory_where_the_file_should_be_is_refused()
    {
        Directory.CreateDirectory(_directory["out/outcomes.csv"]);
        Assert.Equal(
            _directory["out/outcomes.csv"] + ": found a directory, expected the name of a file to write",
            CommandLine.Refused("run", "--scenario", Scenario, "--out", _directory["out"]));
        Assert.Empty(Directory.GetFiles(_directory["out"]));
    }

    [Fact]
    public void An_input_is_never_overwritten()
    {
        var matrix = _directory.Write("outcomes.csv", Csv.ScenarioHeader + Csv.ScenarioRow);
        Refused(matrix, "run", "--matrix", matrix, "--out", _directory["."]);
        var observed = _directory.Write("observed.csv", Csv.Outcome());
        Refused(observed, "check", observed, "--out", _directory["./observed.csv"]);
        File.CreateSymbolicLink(_directory["link.csv"], observed);
        Refused(observed, "check", observed, "--out", _directory["link.csv"]);
        Refused(observed, "check", _directory["link.csv"], "--out", observed);
        Assert.Equal(["link.csv", "observed.csv", "outcomes.csv"], _directory.Names);
    }

    [Fact]
    public void An_input_is_never_overwritten_through_a_link_above_it_or_its_second_name()
    {
        var other = _directory.Write("other.csv", Csv.Outcome());
        Directory.CreateDirectory(_directory["real"]);
        Directory.CreateSymbolicLink(_directory["link"], _directory["real"]);
        var table = _directory.Write("real/outcomes.csv", Csv.Outcome());
        Assert.Equal("", Shell.Run(_directory, "ln real/outcomes.csv hard.csv"));
        Refused(table, "diff", _directory["link/outcomes.csv"], other, "--out", table);
        Refused(table, "diff", other, table, "--out", _directory["link/outcomes.csv"]);
        Refused(table, "diff", other, table, "--out", _directory["hard.csv"]);
        Assert.EndsWith(
            ": found twice among the inputs, expected each file once",
            CommandLine.Refused("check", table, _directory["hard.csv"]),
            StringComparison.Ordinal);
        CommandLine.Done("run", "--scenario", Scenario, "--out", _directory["link"]);
        Assert.Equal("", Shell.Run(_directory, "cut -d, -f 1,4-11 real/outcomes.csv | sed 2q | gzip > real/outcomes.csv.gz"));
        Refused(_directory["real/outcomes.csv.gz"], "run", "--matrix", _directory["link/outcomes.csv.gz"], "--save-baseline", _directory["real"]);
    }

    [Fact]
    public void Two_outputs_never_come_to_one_place()
    {
        Directory.CreateDirectory(_directory["real"]);
        Directory.CreateSymbolicLink(_directory["link"], _directory["real"]);
        Assert.Equal(
            $"{_directory["link/run.json"]}: found as the name of two outputs, expected a file for each",
            CommandLine.Refused("run", "--where", "fs = ro and prior = none", "--out", _directory["real"], "--save-baseline", _directory["link"]));
        Assert.Empty(Directory.GetFileSystemEntries(_directory["real"]));
    }

    [Fact]
    public void What_is_no_regular_file_is_refused_and_stays()
    {
        var table = _directory.Write("t.csv", Csv.Outcome());
        var other = _directory.Write("u.csv", Csv.Outcome());
        Assert.Equal("", Shell.Run(_directory, "mkfifo pipe"));
        File.CreateSymbolicLink(_directory["link"], _directory["pipe"]);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_directory["socket"]));
        foreach (var name in (string[])["pipe", "link", "socket"])
        {
            Assert.Equal(
                $"{_directory[name]}: found a pipe, socket or device, expected the name of a file to write (- is standard output)",
                CommandLine.Refused("diff", table, other, "--out", _directory[name]));
        }

        Assert.Equal("both", Shell.Run(_directory, "test -p pipe && test -S socket && echo both"));
        Assert.Equal(["link", "pipe", "socket", "t.csv", "u.csv"], _directory.Names);
    }

    [Fact]
    public void A_dash_is_standard_output()
    {
        var table = _directory.Write("t.csv", Csv.Outcome());
        var other = _directory.Write("u.csv", Csv.Outcome());
        Assert.Equal(CommandLine.Done("diff", table, other), CommandLine.Done("diff", table, other, "--out", "-"));
        string[] observed = [RepositoryRoot.File("tests/Observations/v4.13-v2.csv")];
        Assert.Equal(CommandLine.Done(["validity", .. observed]), CommandLine.Done(["validity", .. observed, "--out", "-"]));
        Assert.Equal("id,kernel,strategy,step,does,measure,observed,model\n", CommandLine.Done(["check", .. observed, "--out", "-"]));
        Assert.StartsWith("report: found --out -", CommandLine.Refused("report", "--out", "-"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_standard_output_that_takes_no_more_is_trouble()
    {
        using var error = new StringWriter();
        using var full = new FullWriter();
        Assert.Equal(2, CompareProgram.Run(["list", "kernels"], new Terminal(full, error, false, false, 80)));
        Assert.Equal("compare: No space left on device\n", error.ToString());
    }

    [Fact]
    public void A_standard_error_that_takes_no_more_leaves_the_exit_code()
    {
        using var full = new FullWriter();
        Assert.Equal(2, CompareProgram.Run(["rum"], new Terminal(full, full, false, false, 80)));
    }

    private static void Refused(string input, params string[] arguments)
    {
        var before = File.ReadAllBytes(input);
        Assert.EndsWith(
            ": found as output and as input, expected another file for the output",
            CommandLine.Refused(arguments),
            StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(input));
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }
}
