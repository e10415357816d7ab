using System.CommandLine;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Cli.Commands;

/// <summary><c>compare check</c>: holds the model to observations.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Tables of observed outcomes: CSV, or compressed where the name ends in .gz.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out")
        {
            Description = "Also write every mismatch to this CSV file, one row for each step and measure [default: no file].",
            HelpName = "MISMATCHES.csv",
        };
        var command = new Command(
            "check", "Replay what real kernels did and compare every measure of every step; exit code 1 if any differs.") { files, output };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(files), parsed.GetValue(output), terminal));
        return command;
    }

    private static int Check(string[] paths, string? output, Terminal terminal)
    {
        InputFiles.RefuseTwice(paths);
        if (output is not null)
        {
            InputFiles.RefuseOverwrite(output, paths);
        }

        var check = new ObservationCheck();
        var runners = new Dictionary<(string, string), ScenarioRunner>();
        foreach (var path in paths)
        {
            foreach (var row in InputFiles.ReadOutcomes(path, terminal).Rows)
            {
                check.Add(row, RunnerFor(row, path, runners));
            }
        }

        if (output is not null)
        {
            using var outputs = new AtomicFiles();
            MismatchTableWriter.Write(check.Mismatches, outputs.CreateTable(output));
            outputs.Commit();
        }

        CheckReport.Write(check, terminal.Screen);
        if (output is not null)
        {
            terminal.Screen.Line();
            var count = check.Mismatches.Count;
            terminal.Screen.Line(FormattableString.Invariant($"Wrote {count:N0} {(count == 1 ? "mismatch" : "mismatches")} to {output}."));
        }

        return check.Mismatches.Count == 0 ? ExitCodes.Done : ExitCodes.Differs;
    }

    private static ScenarioRunner RunnerFor(OutcomeRow row, string path, Dictionary<(string, string), ScenarioRunner> runners)
    {
        if (runners.TryGetValue((row.Kernel, row.Strategy), out var runner))
        {
            return runner;
        }

        runner = new ScenarioRunner(Catalogue.ContenderOf(row, path));
        runners.Add((row.Kernel, row.Strategy), runner);
        return runner;
    }
}
