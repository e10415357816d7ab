namespace Compare.Cli.Commands;

/// <summary><c>compare check</c>: holds the model to observations.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("check", "Replay what real kernels did and compare every measure of every step; exit code 1 if any differs.");
        var observations = ObservationOptions.AddTo(command);
        var output = SharedOptions.Output(
            "Also write every mismatch to this CSV file, one row for each step and measure; - writes it to standard output instead of the report "
                + "[default: no file].", "MISMATCHES.csv");
        var spreadsheetSafe = SharedOptions.SpreadsheetSafe();
        var plan = new Option<bool>("--plan")
        {
            Description = "Print instead which scenarios would decide what these tables leave open; --out takes them as a scenario table, for compare record.",
        };
        command.Add(plan);
        command.Add(output);
        command.Add(spreadsheetSafe);
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(output);
            if (parsed.GetValue(plan))
            {
                SharedOptions.ForTable(parsed.GetValue(spreadsheetSafe), writesTable: false, "no --plan");
                return new PlanSession(observations(parsed), terminal).Run(file);
            }

            return Check(observations(parsed), file, SharedOptions.ForTable(parsed.GetValue(spreadsheetSafe), file is not null, "--out"), terminal);
        });
        return command;
    }

    private static int Check(ObservationOptions observations, string? output, bool spreadsheetSafe, Terminal terminal)
    {
        var check = new ObservationCheck();
        var runners = new Dictionary<Contender, ScenarioRunner>();
        foreach (var row in observations.Read(output is null ? [] : [output], terminal))
        {
            if (!runners.TryGetValue(row.Contender, out var runner))
            {
                runner = new ScenarioRunner(row.Contender);
                runners.Add(row.Contender, runner);
            }

            check.Add(row, runner);
        }

        if (output == SharedOptions.StandardOutput)
        {
            MismatchTable.Write(check.Mismatches, terminal.Table(), spreadsheetSafe);
        }
        else
        {
            Report(check, output, spreadsheetSafe, terminal);
        }

        return check.Mismatches.Count == 0 ? ExitCodes.Done : ExitCodes.Differs;
    }

    private static void Report(ObservationCheck check, string? output, bool spreadsheetSafe, Terminal terminal)
    {
        if (output is not null)
        {
            using var outputs = new AtomicFiles();
            MismatchTable.Write(check.Mismatches, outputs.CreateTable(output), spreadsheetSafe);
            outputs.Commit();
        }

        terminal.Screen.Write(CheckReport.Of(check));
        if (output is not null)
        {
            terminal.Screen.Line();
            var count = check.Mismatches.Count;
            terminal.Screen.Line(FormattableString.Invariant($"Wrote {count:N0} {(count == 1 ? "mismatch" : "mismatches")} to {output}."));
        }
    }
}
