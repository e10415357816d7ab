using System.CommandLine;
using Compare.Comparison;
using Compare.Reports;

namespace Compare.Cli.Commands;

/// <summary><c>compare validity</c>: how far observations hold the model.</summary>
internal static class ValidityCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Observations: outcome tables, .gz or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var where = WhereFilter.Option();
        var output = new Option<string?>("--out") { Description = "Write the report to this Markdown file instead.", HelpName = "FILE.md" };
        var command = new Command(
            "validity", "Count the observed steps that exercise each rule, and the values that decide each policy.") { files, where, output };
        command.SetAction(parsed => Measure(parsed.GetRequiredValue(files), parsed.GetValue(where), parsed.GetValue(output), terminal));
        return command;
    }

    private static int Measure(string[] paths, string? where, string? output, Terminal terminal)
    {
        InputFiles.RefuseTwice(paths);
        if (output is not null)
        {
            InputFiles.RefuseOverwrite(output, paths);
        }

        var validity = Validity.Of(InputFiles.ReadObservations(paths, where, [], terminal));
        if (output is null)
        {
            MarkdownRenderer.Write(ValidityReport.Of(validity), terminal.Output);
            return ExitCodes.Done;
        }

        using var outputs = new AtomicFiles();
        using (var writer = new StreamWriter(outputs.Create(output)))
        {
            MarkdownRenderer.Write(ValidityReport.Of(validity), writer);
        }

        outputs.Commit();
        return ExitCodes.Done;
    }
}
