using System.CommandLine;
using Compare.Cli.Commands;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>The whole program: a function of arguments and writers that returns the exit code.</summary>
public static class CompareProgram
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="terminal">What the program talks to.</param>
    /// <returns>0: done. 1: a comparison found a difference. 2: bad input or trouble, said in one message on standard error.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(terminal);
        var root = new RootCommand("Compares versions of a kernel patch in one model of the kernel's fault path.")
        {
            RunCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ValidityCommand.Create(terminal),
            ListCommand.Create(terminal),
        };
        try
        {
            // No response files: an argument that begins with @ is an argument.
            var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (ParseErrors.Describe(parsed) is { } problem)
            {
                return Fail(terminal, problem);
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (InputException problem)
        {
            return Fail(terminal, problem.Message);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return Fail(terminal, trouble.Message);
        }
    }

    private static int Fail(Terminal terminal, string problem)
    {
        terminal.Error.Write($"compare: {problem}\n");
        return ExitCodes.Trouble;
    }
}
