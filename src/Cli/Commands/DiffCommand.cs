namespace Compare.Cli.Commands;

/// <summary><c>compare diff</c>: how two outcome tables differ.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var oldTable = new Argument<string>("OLD.csv") { Description = "The old outcome table, .gz or not, rows and columns in any order." };
        var newTable = new Argument<string>("NEW.csv") { Description = "The new one." };
        var key = new Option<string[]>("--key")
        {
            Description = "A column that makes a row unique, or several with commas; may be repeated "
                + $"[default: {string.Join(',', DiffOptions.OutcomeKey)}].",
            HelpName = "COLUMN[,COLUMN]",
        };
        var ignore = new Option<string[]>("--ignore")
        {
            Description = "A column that is not compared, or several with commas; may be repeated [default: none].",
            HelpName = "COLUMN[,COLUMN]",
        };
        var format = SharedOptions.Format();
        var output = SharedOptions.Output("Write to this file instead of standard output (-).", "FILE");
        var spreadsheetSafe = SharedOptions.SpreadsheetSafe();
        var command = new Command(
            "diff", "Compare two outcome tables: what is new, changed or removed, how bad, when exactly and why; exit code 1 if they differ.")
        {
            oldTable, newTable, key, ignore, format, spreadsheetSafe, output,
        };
        command.SetAction(parsed =>
        {
            var (left, right) = (parsed.GetRequiredValue(oldTable), parsed.GetRequiredValue(newTable));
            var wanted = format.Of(parsed);
            var session = new DiffSession(
                left,
                right,
                new DiffOptions(ColumnsOf("--key", parsed.GetValue(key)), ColumnsOf("--ignore", parsed.GetValue(ignore))),
                terminal)
            {
                SpreadsheetSafe = SharedOptions.ForTable(parsed.GetValue(spreadsheetSafe), wanted == OutputFormat.Csv, "--format csv"),
            };
            if (InputFiles.IsSame(left, right))
            {
                terminal.Say($"note: {ControlCharacters.Shown(left)} and {ControlCharacters.Shown(right)} are one file");
            }

            return parsed.GetValue(output) is { } file and not SharedOptions.StandardOutput
                ? session.RunTo(wanted, file)
                : session.Run(wanted, speaksOfSame: true);
        });
        return command;
    }

    private static ImmutableArray<string> ColumnsOf(string option, string[]? values)
    {
        var columns = ImmutableArray.CreateBuilder<string>();
        foreach (var name in (values ?? []).SelectMany(value => value.Split(',')))
        {
            if (name.Length == 0 || columns.Contains(name))
            {
                throw new InputException(name.Length == 0
                    ? $"{option}: found an empty name, expected names of columns with a comma between two"
                    : $"{option}: found column {Problem.Quote(name)} twice, expected it once");
            }

            columns.Add(name);
        }

        return columns.DrainToImmutable();
    }
}
