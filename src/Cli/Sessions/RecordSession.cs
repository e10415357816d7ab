using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compare.Recording;

namespace Compare.Cli;

/// <summary>Records scenarios and writes whatever became complete, also when it is interrupted or a machine fails.</summary>
internal sealed class RecordSession(Recorder recorder, string output, string strategy, Terminal terminal)
{
    public int Run(ScenarioSource source, int jobs, TimeSpan timeout, bool resume)
    {
        var scenarios = source.Scenarios.ToArray();
        var known = Known(resume);
        var open = scenarios.Where(scenario => known is null || !known.Outcomes.Scenarios.Contains(scenario)).ToArray();
        if (open.Length == 0)
        {
            terminal.Screen.Line($"{output} has all {scenarios.Length} scenarios.");
            return ExitCodes.Done;
        }

        using var interrupt = new CancellationTokenSource();
        using var signals = new Signals(interrupt);
        var clock = Stopwatch.StartNew();
        try
        {
            _ = ProgressBar.Run(terminal, open.Length, progress =>
            {
                recorder.Run(open, jobs, timeout, () => progress(1), interrupt.Token);
                return true;
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
            $"Recorded {count:N0} of {open.Length:N0} scenarios on {recorder.Origin?.Release ?? "no kernel"}, {count / clock.Elapsed.TotalMinutes:N0} a minute. Wrote {output}."));
        return interrupt.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    private OutcomeTable? Known(bool resume)
    {
        if (Path.Exists(output) && !resume)
        {
            throw new InputException(new InputLocation(output), "found a file, expected none; --resume keeps its rows and records the others");
        }

        return Path.Exists(output) ? InputFiles.ReadOutcomes(output, terminal) : null;
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

        WriteOrigin(origin, files);
        files.Commit();
    }

    private void WriteOrigin(RecordingOrigin origin, AtomicFiles files)
    {
        var stream = files.Create(Path.Combine(Path.GetDirectoryName(output) ?? "", RunRecord.FileName));
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("release", origin.Release);
            json.WriteString("image", origin.Image);
            json.WriteString("qemu", origin.Qemu);
            json.WriteString("recorder", origin.Recorder);
            json.WriteString(Path.GetFileName(output), files.HashOf(output));
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Turns the signals that end a process into a request.</summary>
    private sealed class Signals(CancellationTokenSource interrupt) : IDisposable
    {
        private readonly PosixSignalRegistration[] _registrations =
        [
            .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal => PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                interrupt.Cancel();
            })),
        ];

        public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
    }
}
