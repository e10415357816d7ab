namespace Compare.Cli.Commands;

/// <summary><c>compare run</c>: runs a matrix, writes its outcomes and prints how the contenders differ.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenario = new Option<string?>("--scenario")
        {
            Description = "Run one scenario instead and print it step by step, as in \"fs=ro mapping=private steps=copyin\".",
            HelpName = "column=value ...",
        };
        var onlyDifferences = new Option<bool>("--only-differences")
        {
            Description = "Print the scenarios in which strategies differ, worst first, instead of the summary.",
        };
        var output = SharedOptions.Output(
            "Directory where outcomes.csv, differences.csv and run.json are written, made if missing; - writes the table to standard output "
                + "[default: out; with --scenario no file].",
            "DIR|-");
        var spreadsheetSafe = SharedOptions.SpreadsheetSafe();
        var jobs = SharedOptions.Jobs();
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Compare the outcomes with those that --save-baseline kept there; where they differ say how and why, with exit code 1.",
            HelpName = "DIR",
        };
        var newBaseline = new Option<string?>("--save-baseline")
        {
            Description = "Also keep the outcomes there, for --baseline of later runs.",
            HelpName = "DIR",
        };
        var command = new Command("run", "Run scenarios through every strategy and show where they differ.");
        var selection = SelectionOptions.AddTo(command);
        foreach (var option in (Option[])[scenario, onlyDifferences, output, spreadsheetSafe, jobs, baseline, newBaseline])
        {
            command.Add(option);
        }

        var observed = ObservedTables.AddTo(command);

        command.SetAction(parsed => Run(
            new RunOptions(
                selection(parsed),
                parsed.GetValue(scenario),
                parsed.GetValue(output),
                parsed.GetValue(onlyDifferences),
                observed(parsed),
                parsed.GetValue(spreadsheetSafe),
                jobs.Of(parsed),
                parsed.GetValue(baseline),
                parsed.GetValue(newBaseline)),
            terminal));
        return command;
    }

    private static int Run(RunOptions options, Terminal terminal)
    {
        options.Check();
        var selection = Selection.Of(options.Selection);
        if (options.Scenario is { } text)
        {
            return new ScenarioSession(options, selection.Contenders, terminal).Run(ScenarioText.Parse(text));
        }

        using var session = new MatrixSession(options, selection, terminal);
        return session.Run();
    }
}
