using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Turns the effects of steps into the nine measure cells of an outcome row.</summary>
internal sealed class OutcomeRecorder
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    private readonly TextPool _pool = new();
    private readonly CellText[] _cells = [.. Enumerable.Range(0, Measures).Select(_ => new CellText())];
    private int _steps;

    public void Begin()
    {
        _steps = 0;
        foreach (var cell in _cells)
        {
            cell.Clear();
        }
    }

    /// <summary>Adds a step.</summary>
    public void Add(Effects effects)
    {
        if (_steps++ > 0)
        {
            foreach (var cell in _cells)
            {
                cell.Append('|');
            }
        }

        var livelock = effects.Result == StepResult.Livelock;
        this[Measure.Result].Append(Axes.Results.Of(effects.Result));
        this[Measure.Page].Append(Axes.Pages.Of(effects.Page));
        AddCalls(effects);
        AddCount(Measure.JournalStarts, effects.JournalStarts, livelock);
        AddCount(Measure.IomapStarts, effects.LookupStarts, livelock);
        AddCount(Measure.ThpFaultFallback, effects.FaultFallbacks, livelock);
        AddCount(Measure.ThpSplitPmd, effects.PmdSplits, livelock);
        this[Measure.MtimeChanged].Append(effects.TimeChanged ? 1 : 0);
        this[Measure.BlocksDelta].Append(effects.SectorsDelta);
    }

    /// <summary>The cells of the steps added, index is <see cref="Measure"/>.</summary>
    public void CopyTo(Span<string> cells)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            cells[i] = _pool.Of(_cells[i].Text);
        }
    }

    private CellText this[Measure measure] => _cells[(int)measure];

    /// <summary>A counter that runs on for ever has no value.</summary>
    private void AddCount(Measure measure, int count, bool livelock)
    {
        if (livelock)
        {
            this[measure].Append('*');
        }
        else
        {
            this[measure].Append(count);
        }
    }

    private void AddCalls(Effects effects)
    {
        var cell = this[Measure.Handler];
        var first = true;
        foreach (var call in effects.Calls)
        {
            if (!first)
            {
                cell.Append(' ');
            }

            first = false;
            HandlerText.Append(cell, call);
        }

        if (effects.Result == StepResult.Livelock)
        {
            cell.Append('*');
        }
    }
}
