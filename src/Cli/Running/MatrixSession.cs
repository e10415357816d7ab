using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Reports;

namespace Compare.Cli;

/// <summary>Runs a matrix, writes its tables and prints what came out.</summary>
internal sealed class MatrixSession(RunOptions options, ImmutableArray<Contender> contenders, Terminal terminal) : IDisposable
{
    private const string DefaultDirectory = "out";
    private const string OutcomesName = "outcomes.csv";
    private const string DifferencesName = "differences.csv";

    private readonly string[] _strategies = [.. contenders.Select(contender => contender.StrategyName).Distinct().Order(StringComparer.Ordinal)];
    private readonly List<ScenarioDifference> _differences = [];
    private readonly MatrixFingerprint _fingerprint = new();
    private long _outcomeRows;
    private long _differenceRows;

    private bool ToStandardOutput => options.Output == RunOptions.StandardOutput;

    private string Directory => options.Output ?? DefaultDirectory;

    public int Run()
    {
        var filter = WhereFilter.Of(
            options.Where, contenders.Select(contender => contender.KernelName), contenders.Select(contender => contender.StrategyName));
        var matrix = options.Matrix ?? ScenarioSource.Standard;
        var baseline = options.Baseline is { } old ? BaselineFiles.Find(old) : null;
        if (!ToStandardOutput)
        {
            foreach (var name in (string[])[OutcomesName, DifferencesName])
            {
                InputFiles.RefuseOverwrite(Path.Combine(Directory, name), baseline is null ? [matrix] : [matrix, baseline]);
            }
        }

        var source = ScenarioSource.Of(matrix, terminal);
        using var outputs = new AtomicFiles();
        var summary = new MatrixSummary(contenders);
        using (var outcomes = OpenOutcomes(outputs))
        using (var differences = OpenDifferences(outputs))
        using (var kept = options.NewBaseline is { } directory ? new OutcomeTableWriter(outputs.CreateTable(BaselineFiles.Table(directory))) : null)
        {
            var run = new MatrixRun(contenders, options.Jobs, filter?.ContenderTest);
            var scenarios = filter is null ? source.Scenarios : source.Scenarios.Where(filter.AdmitsScenario);
            ProgressBar.Run(terminal, source.Count, report =>
            {
                run.Run(scenarios, part =>
                {
                    summary.Add(part);
                    Write(part, summary, outcomes, differences, kept);
                    report(part.Scenarios.Length);
                });
                return 0;
            });
        }

        filter?.RefuseNothing(summary.Scenarios);
        WriteRecords(outputs);
        outputs.Commit();
        Report(summary);
        return baseline is null
            ? ExitCodes.Done
            : BaselineSession.Run(options, baseline, Path.Combine(Directory, OutcomesName), contenders, filter, terminal);
    }

    public void Dispose() => _fingerprint.Dispose();

    private OutcomeTableWriter? OpenOutcomes(AtomicFiles outputs)
    {
        if (ToStandardOutput)
        {
            return options.OnlyDifferences ? null : new OutcomeTableWriter(new TextStream(terminal.Output));
        }

        return new OutcomeTableWriter(outputs.CreateTable(Path.Combine(Directory, OutcomesName)));
    }

    private DifferenceTableWriter? OpenDifferences(AtomicFiles outputs)
    {
        if (ToStandardOutput)
        {
            return options.OnlyDifferences ? new DifferenceTableWriter(new TextStream(terminal.Output), _strategies) : null;
        }

        return new DifferenceTableWriter(outputs.CreateTable(Path.Combine(Directory, DifferencesName)), _strategies);
    }

    private void WriteRecords(AtomicFiles outputs)
    {
        var record = RunRecord.Of(BaselineFiles.Version, contenders, _fingerprint);
        if (!ToStandardOutput)
        {
            RunRecordWriter.Write(record, outputs.Create(Path.Combine(Directory, RunRecord.FileName)));
        }

        if (options.NewBaseline is { } directory)
        {
            RunRecordWriter.Write(record, outputs.Create(Path.Combine(directory, RunRecord.FileName)));
        }
    }

    private void Write(
        OutcomeSet part, MatrixSummary summary, OutcomeTableWriter? outcomes, DifferenceTableWriter? differences, OutcomeTableWriter? kept)
    {
        for (var i = 0; i < part.Scenarios.Length; i++)
        {
            if (part.HasAny(i))
            {
                _fingerprint.Add(part.Scenarios[i]);
            }
        }

        kept?.Write(part);
        _outcomeRows += outcomes?.Write(part) ?? 0;
        if (differences is null)
        {
            return;
        }

        foreach (var difference in summary.DifferencesIn(part))
        {
            _differenceRows++;
            differences.Write(difference);
            if (options.OnlyDifferences && !ToStandardOutput)
            {
                _differences.Add(difference);
            }
        }
    }

    private void Report(MatrixSummary summary)
    {
        if (ToStandardOutput)
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
    }
}
