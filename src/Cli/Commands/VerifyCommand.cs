namespace Compare.Cli.Commands;

/// <summary><c>compare verify</c>: whether everything that matters is accepted or gone.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var severity = SharedOptions.Severity();
        var command = new Command("verify", "Tell what nobody has accepted yet, with the command that does; exit code 1 if there is any.") { severity };
        var options = SignOffOptions.AddTo(command);
        var committed = new Option<bool>("--committed")
        {
            Description = "A row of the ledger counts only once it is in the last commit (HEAD) of the git repository around it.",
        };
        command.Add(committed);
        command.SetAction(parsed => Verify(options(parsed), parsed.GetValue(committed), severity.Of(parsed), terminal));
        return command;
    }

    private static int Verify(SignOffOptions options, bool onlyCommitted, DifferenceSeverity severity, Terminal terminal)
    {
        var signOff = new SignOffSession(options, terminal).Run(onlyCommitted);
        terminal.Screen.Write(VerifyReport.Of(signOff, severity, options.Words));
        return signOff.Standing.OpenFrom(severity).IsEmpty && signOff.Verdicts.All(verdict => verdict.IsCompared) ? ExitCodes.Done : ExitCodes.Differs;
    }
}
