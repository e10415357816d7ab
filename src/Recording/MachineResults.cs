using System.Globalization;
using System.Text;

namespace Compare.Recording;

/// <summary>What a machine has written so far, read as it grows. A line counts when its end is there.</summary>
/// <param name="path">The file.</param>
/// <param name="scenarios">The scenarios of the machine, in their order.</param>
/// <param name="add">Told each outcome when it is whole.</param>
internal sealed class MachineResults(string path, IReadOnlyList<Scenario> scenarios, Action<Scenario, Outcome> add)
{
    private readonly List<string[]> _steps = [];
    private long _read;

    /// <summary>Which kernel runs; empty until it is known.</summary>
    public string Release { get; private set; } = "";

    /// <summary>How many scenarios are done.</summary>
    public int Done { get; private set; }

    /// <summary>Whether a scenario began that is not done.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Reads what is new.</summary>
    /// <returns>Whether anything is.</returns>
    public bool Read()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = _read;
        var bytes = new byte[file.Length - _read];
        file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _read += end;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Take(line.TrimEnd('\r').Split('\t'));
        }

        return end > 0;
    }

    /// <summary>Ends the scenario that the machine did not survive: its next step has this result.</summary>
    /// <param name="result"><see cref="StepResult.Oops"/> or <see cref="StepResult.Hang"/>.</param>
    public void Break(StepResult result)
    {
        _steps.Add([Axes.Results.Of(result), Axes.Pages.Of(MappedPage.NotAsked), "", "0", "0", "0", "0", "?", "0"]);
        Finish();
    }

    private void Take(string[] cells)
    {
        switch (cells[0])
        {
            case "kernel":
                Release = cells[1];
                break;
            case "begin" when Number(cells) == Done:
                IsInside = true;
                _steps.Clear();
                break;
            case "step" when Number(cells) == Done && IsInside:
                _steps.Add(cells[2..]);
                break;
            case "done" when Number(cells) == Done && IsInside:
                Finish();
                break;
            case "end":
                break;
            default:
                throw new IOException($"{path}: found {Problem.Quote(string.Join(' ', cells))}, expected what scenario {Done} came to");
        }
    }

    private void Finish()
    {
        string[] texts = [.. OutcomeColumns.Measures.Select((_, measure) => string.Join('|', _steps.Select(step => step[measure])))];
        var scenario = scenarios[Done];
        if (!OutcomeText.TryParse(scenario, texts, out var outcome, out var broken))
        {
            throw new IOException($"scenario {scenario.Id}: {broken.Value.Column}: {broken.Value.Problem}");
        }

        Done++;
        IsInside = false;
        add(scenario, outcome);
    }

    private static int Number(string[] cells) => int.TryParse(cells.ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
