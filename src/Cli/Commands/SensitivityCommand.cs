namespace Compare.Cli.Commands;

/// <summary><c>compare sensitivity</c>: which conclusions hang on what no observation decides.</summary>
internal static class SensitivityCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("sensitivity", "Run everything again with the other value of each policy that no observation decides, and tell which conclusions change.");
        var selection = SelectionOptions.AddTo(command);
        var jobs = SharedOptions.Jobs();
        command.Add(jobs);
        command.SetAction(parsed => Run(selection(parsed), jobs.Of(parsed), terminal));
        return command;
    }

    private static int Run(SelectionOptions options, int jobs, Terminal terminal)
    {
        var selection = Selection.Of(options);
        var outcomes = selection.Run(selection.Contenders, jobs, terminal);
        var sensitivity = SensitivityCase.Of(outcomes, selection.Contenders, selection.Base, EmbeddedValidity.Totals.Assumptions, jobs);
        terminal.Screen.Write(SensitivityReport.Of(sensitivity, MatrixSummary.Of(outcomes, selection.Base), selection.Base, options.MatrixName, selection.Filter));
        return ExitCodes.Done;
    }
}
