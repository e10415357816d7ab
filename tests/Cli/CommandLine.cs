using Compare.Cli;

namespace Compare.Tests.Cli;

/// <summary>What one call of the program gave back.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program with its output going to a file or pipe.</summary>
    public static CommandLine Run(params IReadOnlyList<string> arguments) => Run(colour: false, int.MaxValue, arguments);

    /// <summary>Runs the program on a terminal.</summary>
    public static CommandLine RunOnTerminal(int width, params IReadOnlyList<string> arguments) => Run(colour: true, width, arguments);

    /// <summary>Runs what must be done without a word on standard error.</summary>
    public static string Done(params IReadOnlyList<string> arguments)
    {
        var done = Run(arguments);
        Assert.Equal("", done.Error);
        Assert.Equal(0, done.ExitCode);
        return done.Output;
    }

    /// <summary>Runs what must be refused: one line on standard error, nothing on standard output.</summary>
    /// <returns>The message without the program's name.</returns>
    public static string Refused(params IReadOnlyList<string> arguments)
    {
        var refused = Run(arguments);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("", refused.Output);
        Assert.StartsWith("compare: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(refused.Error.Length - 1, refused.Error.IndexOf('\n', StringComparison.Ordinal));
        return refused.Error["compare: ".Length..].TrimEnd('\n');
    }

    private static CommandLine Run(bool colour, int width, IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CompareProgram.Run(arguments, new Terminal(output, error, colour, ShowsProgress: false, width));
        return new CommandLine(code, output.ToString(), error.ToString());
    }
}
