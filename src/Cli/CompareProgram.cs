using System.CommandLine.Help;
using Compare.Cli.Commands;

namespace Compare.Cli;

/// <summary>The whole program: a function of arguments and writers that returns the exit code.</summary>
public static class CompareProgram
{
    private const string Description = """
        Compares versions of a kernel patch in one model of the kernel's fault path.
        Exit code: 0 done, agrees or same; 1 check, diff or a baseline does not agree, verify finds something open, or prove a difference; 2 bad input or trouble; 3 prove reached its limits; 130 interrupted.
        """;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="terminal">What the program talks to.</param>
    /// <returns>0: done. 1: a comparison found a difference. 2: bad input or trouble, said in one message on standard error.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var help = new HelpOption();
        ((HelpAction)help.Action!).MaxWidth = terminal.Width;
        var root = new Command("compare", Description)
        {
            help,
            new VersionOption(),
            RunCommand.Create(terminal),
            CheckCommand.Create(terminal),
            RecordCommand.Create(terminal),
            ListCommand.Create(terminal),
            ValidityCommand.Create(terminal),
            TraceCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            SpaceCommand.Create(terminal),
            SensitivityCommand.Create(terminal),
            ProveCommand.Create(terminal),
            DiffCommand.Create(terminal),
            ReportCommand.Create(terminal),
            AcceptCommand.Create(terminal),
            RejectCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            ReviewCommand.Create(terminal),
        };

        try
        {
            // No response files: an argument that begins with @ is an argument. "help run" is what other programs call "run --help".
            var words = arguments is ["help", ..] ? [.. arguments.Skip(1), "--help"] : arguments;
            var parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
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
        catch (Exception bug)
        {
            // Caught here so that every block above is left in good order: an exception that nobody catches keeps temporary files.
            return Fail(terminal, $"a fault of this program, please report it: {bug}");
        }
    }

    private static int Main(string[] arguments) => Run(arguments, Terminal.OfProcess());

    private static int Fail(Terminal terminal, string problem)
    {
        try
        {
            terminal.Say(problem);
        }
        catch (Exception unheard) when (unheard is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed or full; the exit code says the rest.
        }

        return ExitCodes.Trouble;
    }
}
