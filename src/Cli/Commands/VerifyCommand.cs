namespace Compare.Cli.Commands;

/// <summary><c>compare verify</c>: whether everything that matters is accepted or gone.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var severity = SharedOptions.Severity();
        var command = new Command("verify", "Tell what nobody has accepted yet, with the command that does; exit code 1 if there is any.") { severity };
        var options = SignOffOptions.AddTo(command);
        command.SetAction(parsed => Verify(options(parsed), severity.Of(parsed), terminal));
        return command;
    }

    private static int Verify(SignOffOptions options, DifferenceSeverity severity, Terminal terminal)
    {
        var standing = new SignOffSession(options, terminal).Run().Standing;
        terminal.Screen.Write(VerifyReport.Of(standing, severity, options.Words));
        return standing.OpenFrom(severity).IsEmpty ? ExitCodes.Done : ExitCodes.Differs;
    }
}
