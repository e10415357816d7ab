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

        static void Refused(string input, params string[] arguments)
        {
            var before = File.ReadAllText(input);
            Assert.EndsWith(
                ": found as output and as input, expected another file for the output",
                CommandLine.Refused(arguments),
                StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllText(input));
        }
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

    private sealed class FullWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }
}
