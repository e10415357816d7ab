namespace Compare.Cli;

/// <summary>Runs a matrix, writes its tables and prints what came out.</summary>
internal sealed class MatrixSession(RunOptions options, Selection selection, Terminal terminal) : IDisposable
{
    private const string DefaultDirectory = "out";
    private const string OutcomesName = "outcomes.csv";
    private const string DifferencesName = "differences.csv";

    private readonly string[] _strategies = [.. selection.Strategies.Select(strategy => strategy.Name).Order(StringComparer.Ordinal)];
    private readonly List<ScenarioDifference> _differences = [];
    private readonly ObservedScenarios _observed = options.Observed.Read(selection, terminal);
    private readonly MatrixFingerprint _fingerprint = new();
    private long _outcomeRows;
    private long _differenceRows;

    private string Directory => options.Output ?? DefaultDirectory;

    public int Run()
    {
        var baseline = options.Baseline is { } old ? Baseline.Find(old) : null;
        string[] tables =
        [
            .. options.ToStandardOutput ? [] : (string[])[Path.Combine(Directory, OutcomesName), Path.Combine(Directory, DifferencesName)],
            .. options.NewBaseline is { } place ? (string[])[Baseline.Table(place)] : [],
        ];
        foreach (var table in tables)
        {
            InputFiles.RefuseOverwrite(table, [options.Selection.MatrixName, .. baseline is null ? [] : (string[])[baseline]]);
        }

        var source = selection.Scenarios(terminal);
        using var outputs = new AtomicFiles();
        var summary = new MatrixSummary(selection.Contenders, selection.Base);
        using (var outcomes = OpenOutcomes(outputs))
        using (var differences = OpenDifferences(outputs))
        using (var kept = options.NewBaseline is { } directory ? new OutcomeTableWriter(outputs.CreateTable(Baseline.Table(directory))) : null)
        {
            var run = new MatrixRun(selection.Contenders, options.Jobs, selection.Includes);
            ProgressBar.Run(terminal, source.Count, report =>
            {
                run.Run(source.Scenarios, part =>
                {
                    summary.Add(part);
                    Write(part, summary, outcomes, differences, kept);
                    report(part.Scenarios.Length);
                });
                return summary;
            });
        }

        Selection.RefuseNothing(selection.Filter, summary.Scenarios);
        WriteRecords(outputs);
        outputs.Commit();
        Report(summary);
        return baseline is null
            ? ExitCodes.Done
            : Baseline.Compare(options, baseline, Path.Combine(Directory, OutcomesName), selection, terminal);
    }

    public void Dispose() => _fingerprint.Dispose();

    private OutcomeTableWriter? OpenOutcomes(AtomicFiles outputs)
    {
        if (options.ToStandardOutput)
        {
            return options.OnlyDifferences ? null : new OutcomeTableWriter(terminal.Table(), spreadsheetSafe: options.SpreadsheetSafe);
        }

        return new OutcomeTableWriter(outputs.CreateTable(Path.Combine(Directory, OutcomesName)), spreadsheetSafe: options.SpreadsheetSafe);
    }

    private DifferenceTableWriter? OpenDifferences(AtomicFiles outputs)
    {
        if (options.ToStandardOutput)
        {
            return options.OnlyDifferences ? new DifferenceTableWriter(terminal.Table(), _strategies, options.SpreadsheetSafe) : null;
        }

        return new DifferenceTableWriter(outputs.CreateTable(Path.Combine(Directory, DifferencesName)), _strategies, options.SpreadsheetSafe);
    }

    private void WriteRecords(AtomicFiles outputs)
    {
        var record = RunRecord.Of(Baseline.Version, selection.Contenders, _fingerprint);
        if (!options.ToStandardOutput)
        {
            RunRecordWriter.Write(record, outputs, Directory, OutcomesName, DifferencesName);
        }

        if (options.NewBaseline is { } directory)
        {
            RunRecordWriter.Write(record, outputs, directory, Baseline.TableName);
        }
    }

    private void Write(
        OutcomeSet part, MatrixSummary summary, OutcomeTableWriter? outcomes, DifferenceTableWriter? differences, OutcomeTableWriter? kept)
    {
        foreach (var scenario in part.Scenarios)
        {
            _fingerprint.Add(scenario);
        }

        kept?.Write(part);
        _outcomeRows += outcomes?.Write(part) ?? 0;
        foreach (var difference in differences is null ? [] : summary.DifferencesIn(part))
        {
            _differenceRows++;
            differences!.Write(difference, IsObserved(difference));
            if (options.OnlyDifferences && !options.ToStandardOutput)
            {
                _differences.Add(difference);
            }
        }
    }

    private bool? IsObserved(ScenarioDifference difference)
    {
        var seen = difference.Outcomes
            .Select(item => _observed.Agrees(difference.Scenario, new ContenderName(difference.Kernel, item.Strategy), item.Outcome))
            .ToArray();
        return seen.Contains(false) ? false : seen.Contains(null) ? null : true;
    }

    private void Report(MatrixSummary summary)
    {
        if (options.ToStandardOutput)
        {
            return;
        }

        if (options.OnlyDifferences)
        {
            terminal.Screen.Write(DifferenceReport.Of(_differences, _strategies));
        }
        else
        {
            terminal.Screen.Write(RunReport.Of(summary));
        }

        terminal.Screen.Line();
        terminal.Screen.Line(FormattableString.Invariant(
            $"Wrote {_outcomeRows:N0} outcomes of {summary.Scenarios:N0} {(summary.Scenarios == 1 ? "scenario" : "scenarios")} to {Path.Combine(Directory, OutcomesName)},"));
        terminal.Screen.Line(FormattableString.Invariant(
            $"and {_differenceRows:N0} {(_differenceRows == 1 ? "difference" : "differences")} between strategies to {Path.Combine(Directory, DifferencesName)}."));
        SourceRemarks.Write(selection.Strategies, terminal);
    }
}
