using System.Diagnostics;
using Compare.Recording;

namespace Compare.Cli;

/// <summary>Records scenarios and writes what became complete: now and then while machines run, and at the end, however it comes.</summary>
internal sealed class RecordSession(Recorder recorder, string output, string strategy, Terminal terminal)
{
    /// <summary>What a recorder that is killed loses at most.</summary>
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(10);

    private readonly RecordedTables _tables = RecordedTables.Beside(output);
    private readonly Lock _writing = new();

    public int Run(ScenarioSource source, int jobs, TimeSpan timeout, bool resume)
    {
        var scenarios = source.Scenarios.ToArray();
        var known = Known(resume);
        HashSet<Scenario> done = known is null ? [] : [.. known.Outcomes.Scenarios];
        var open = scenarios.Where(scenario => !done.Contains(scenario)).ToArray();
        if (open.Length == 0)
        {
            terminal.Screen.Line($"{output} has all {scenarios.Length} scenarios.");
            return ExitCodes.Done;
        }

        recorder.Prepare();
        if (known is not null)
        {
            _tables.RequireSame(output, recorder.Image, recorder.ModuleText);
        }

        using var interrupt = new CancellationTokenSource();
        using var signals = new Signals(interrupt);
        var clock = Stopwatch.StartNew();
        var written = TimeSpan.Zero;
        try
        {
            _ = ProgressBar.Run(terminal, open.Length, progress =>
            {
                recorder.Run(open, jobs, timeout, Done, interrupt.Token);
                return true;

                void Done()
                {
                    progress(1);
                    lock (_writing)
                    {
                        if (clock.Elapsed - written > BetweenWrites)
                        {
                            Write(known);
                            written = clock.Elapsed;
                        }
                    }
                }
            });
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            terminal.Say("interrupted; --resume goes on");
        }
        finally
        {
            Write(known);
        }

        var count = recorder.Rows.Count;
        terminal.Screen.Line(FormattableString.Invariant(
            $"Recorded {count:N0} of {open.Length:N0} scenarios on {recorder.Origin?.Release ?? "no kernel"}, {count / clock.Elapsed.TotalMinutes:N0} a minute.")
            + (count > 0 ? $" Wrote {output}." : " Wrote nothing."));
        return interrupt.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    private OutcomeTable? Known(bool resume)
    {
        if (!Path.Exists(output))
        {
            return null;
        }

        if (!resume)
        {
            throw new InputException(new InputLocation(output), "found a file, expected none; --resume keeps its rows and records the others");
        }

        var known = InputFiles.ReadOutcomes(output, terminal);
        return known.Outcomes.Contenders.FirstOrDefault(contender => contender.StrategyName != strategy) is not { StrategyName: { } other }
            ? known
            : throw new InputException(new InputLocation(output), $"found rows of strategy {Problem.Quote(other)}, expected those of {Problem.Quote(strategy)} alone to go on with");
    }

    private void Write(OutcomeTable? known)
    {
        var rows = recorder.Rows;
        if (recorder.Origin is not { } origin || rows.Count == 0)
        {
            return;
        }

        var name = new ContenderName($"v{string.Join('.', origin.Release.Split('.').Take(2))}", strategy);
        var kept = known is null ? [] : known.Rows.Select(row =>
            (Scenario: known.Outcomes.Scenarios[row.ScenarioIndex], Name: known.Outcomes.Contenders[row.ContenderIndex], Outcome: known.Outcomes[row.ScenarioIndex, row.ContenderIndex]!));
        using var files = new AtomicFiles();
        using (var table = new OutcomeTableWriter(files.CreateTable(output)))
        {
            var all = rows.Select(row => (row.Scenario, Name: name, row.Outcome)).Concat(kept)
                .OrderBy(row => row.Scenario.Id, StringComparer.Ordinal).ThenBy(row => row.Name.ToString(), StringComparer.Ordinal);
            foreach (var (scenario, contender, outcome) in all)
            {
                table.Write(scenario, contender, outcome);
            }
        }

        _tables.Write(output, origin, files.HashOf(output), files.Create(_tables.Path));
        files.Commit();
    }
}
