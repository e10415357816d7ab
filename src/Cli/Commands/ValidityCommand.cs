namespace Compare.Cli.Commands;

/// <summary><c>compare validity</c>: how far observations hold the model.</summary>
internal static class ValidityCommand
{
    private const string TotalsExtension = ".json";

    public static Command Create(Terminal terminal)
    {
        var command = new Command("validity", "Count the observed steps that exercise each rule, and the values that decide each policy.");
        var observations = ObservationOptions.AddTo(command);
        var output = SharedOptions.Output(
            "Write the report to this Markdown file instead of standard output (-), and its totals to a second file of the same name, with .json.",
            "FILE.md");
        command.Add(output);
        command.SetAction(parsed => Write(observations(parsed), parsed.GetValue(output), terminal));
        return command;
    }

    private static int Write(ObservationOptions observations, string? output, Terminal terminal)
    {
        if (output is null or SharedOptions.StandardOutput)
        {
            MarkdownRenderer.Write(ValidityReport.Of(Validity.Of(observations.Read([], terminal))), terminal.Output);
            return ExitCodes.Done;
        }

        var totals = Path.ChangeExtension(output, TotalsExtension);
        if (totals == output)
        {
            throw new InputException(
                new InputLocation(output),
                "found the name of the second file, which the totals go to; expected another one for the report, as in FILE.md");
        }

        var validity = Validity.Of(observations.Read([output, totals], terminal));
        using var outputs = new AtomicFiles();
        using (var writer = new StreamWriter(outputs.Create(output)))
        {
            MarkdownRenderer.Write(ValidityReport.Of(validity), writer);
        }

        ValidityTotals.Of(validity).Write(outputs.Create(totals));
        outputs.Commit();
        return ExitCodes.Done;
    }
}
