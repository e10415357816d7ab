using System.Globalization;

namespace Compare.Cli.Commands;

/// <summary><c>compare space</c>: every predicate there is, the best ones, and where strategies stand among them.</summary>
internal static class SpaceCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("space", "Run every predicate of the usual shape at once: what is safe, what is best, and where strategies stand.");
        var where = SelectionOptions.WhereOption();
        var selection = SelectionOptions.AddWithoutWhere(command, ScenarioSource.Standard, Catalogue.All, "each shipped one");
        var output = SharedOptions.Output(
            "Also write one of the best predicates to this C file, which --strategy takes; - writes it to standard output instead of the report [default: no file].",
            "FILE.c");
        var point = new ReadOption<int?>("--point", (name, text) => text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new InputException($"{name}: found {Problem.Quote(text)}, expected the number of one of the best predicates, from 1"))
        {
            Description = "Which of the best predicates on all kernels is written [default: the last, which starts the journal least often].",
            HelpName = "N",
        };
        var missing = new Option<bool>("--missing")
        {
            Description = "Print instead which answers the scenarios do not tell apart, and which scenarios would; --out takes these as a scenario table.",
        };
        var format = SharedOptions.Format();
        var spreadsheetSafe = SharedOptions.SpreadsheetSafe();
        var jobs = SharedOptions.Jobs();
        foreach (var option in (Option[])[where, missing, output, point, format, spreadsheetSafe, jobs])
        {
            command.Add(option);
        }

        command.SetAction(parsed => new SpaceSession(
            new SpaceOptions(
                selection(parsed) with { Where = parsed.GetValue(where) },
                parsed.GetValue(missing),
                parsed.GetValue(output),
                point.Of(parsed),
                format.Of(parsed),
                SharedOptions.ForTable(parsed.GetValue(spreadsheetSafe), format.Of(parsed) == OutputFormat.Csv, "--format csv"),
                jobs.Of(parsed)),
            terminal).Run());
        return command;
    }
}
