using System.CommandLine;
using Compare.Comparison;
using Compare.Reports;

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
        var guests = new Option<string[]>("--strategy")
        {
            Description = "An assembly with strategies that rows name beside the shipped ones; may be repeated.",
            HelpName = "FILE.dll[:NAME]",
        };
        var where = WhereFilter.Option();
        var output = new Option<string?>("--out")
        {
            Description = "Also write every mismatch to this CSV file, one row for each step and measure [default: no file].",
            HelpName = "MISMATCHES.csv",
        };
        var command = new Command(
            "check", "Replay what real kernels did and compare every measure of every step; exit code 1 if any differs.") { files, where, guests, output };
        command.SetAction(parsed =>
            Check(parsed.GetRequiredValue(files), parsed.GetValue(where), parsed.GetValue(guests) ?? [], parsed.GetValue(output), terminal));
        return command;
    }

    private static int Check(string[] paths, string? where, string[] guestNames, string? output, Terminal terminal)
    {
        InputFiles.RefuseTwice(paths);
        if (output is not null)
        {
            InputFiles.RefuseOverwrite(output, paths);
        }

        var guests = guestNames.Length == 0 ? [] : StrategySelection.Of(guestNames);
        var check = new ObservationCheck();
        var runners = new Dictionary<Contender, ScenarioRunner>();
        foreach (var row in InputFiles.ReadObservations(paths, where, guests, terminal))
        {
            if (!runners.TryGetValue(row.Contender, out var runner))
            {
                runners.Add(row.Contender, runner = new ScenarioRunner(row.Contender));
            }

            check.Add(row, runner);
        }

        if (output is not null)
        {
            using var outputs = new AtomicFiles();
            MismatchTable.Write(check.Mismatches, outputs.CreateTable(output));
            outputs.Commit();
        }

        terminal.Screen.Write(CheckReport.Of(check));
        if (output is not null)
        {
            terminal.Screen.Line();
            var count = check.Mismatches.Count;
            terminal.Screen.Line(FormattableString.Invariant($"Wrote {count:N0} {(count == 1 ? "mismatch" : "mismatches")} to {output}."));
        }

        return check.Mismatches.Count == 0 ? ExitCodes.Done : ExitCodes.Differs;
    }
}
