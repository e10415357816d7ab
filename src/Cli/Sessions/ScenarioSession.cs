namespace Compare.Cli;

/// <summary>Runs one scenario and prints the contenders side by side.</summary>
internal sealed class ScenarioSession(RunOptions options, IReadOnlyList<Contender> contenders, Terminal terminal)
{
    private const string OutcomesName = "outcomes.csv";

    public int Run(Scenario scenario)
    {
        var outcome = new MatrixRun(contenders, jobs: 1).Run([scenario]);
        if (options.ToStandardOutput)
        {
            using var table = new OutcomeTableWriter(terminal.Table(), spreadsheetSafe: options.SpreadsheetSafe);
            table.Write(outcome);
            return ExitCodes.Done;
        }

        var written = options.Output is { } directory ? Write(outcome, directory) : null;
        terminal.Screen.Write(ScenarioReport.Of(outcome));
        if (written is not null)
        {
            terminal.Screen.Line();
            terminal.Screen.Line(written);
        }

        return ExitCodes.Done;
    }

    private string Write(OutcomeSet outcome, string directory)
    {
        var path = Path.Combine(directory, OutcomesName);
        long rows;
        using var outputs = new AtomicFiles();
        using (var table = new OutcomeTableWriter(outputs.CreateTable(path), spreadsheetSafe: options.SpreadsheetSafe))
        {
            rows = table.Write(outcome);
        }

        using var matrix = new MatrixFingerprint();
        matrix.Add(outcome.Scenarios[0]);
        RunRecordWriter.Write(RunRecord.Of(Baseline.Version, contenders, matrix), outputs, directory, OutcomesName);
        outputs.Commit();
        return FormattableString.Invariant($"Wrote {rows:N0} outcomes of 1 scenario to {path}.");
    }
}
