using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>What one strategy on one kernel made of one scenario.</summary>
public sealed class OutcomeRow
{
    private readonly ImmutableArray<MeasureCell> _cells;

    internal OutcomeRow(Scenario scenario, string kernel, string strategy, ImmutableArray<MeasureCell> cells, long line)
        => (Scenario, Kernel, Strategy, _cells, Line) = (scenario, kernel, strategy, cells, line);

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Whose fault path; not checked against the kernels that are known.</summary>
    public string Kernel { get; }

    /// <summary>Which predicate; not checked against the strategies that are known.</summary>
    public string Strategy { get; }

    /// <summary>The line of the file where the row begins, counted from 1; 0 if it does not come from a file.</summary>
    public long Line { get; }

    /// <summary>What makes the row unique.</summary>
    public OutcomeKey Key => new(Scenario.Id, Kernel, Strategy);

    /// <summary>How many steps ran: 1 to the number of steps.</summary>
    public int StepsRun => _cells[0].Values.Length;

    /// <summary>Makes a row from the texts of its cells.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="kernel">Whose fault path; not empty.</param>
    /// <param name="strategy">Which predicate; not empty.</param>
    /// <param name="cells">The text of each measure; index is <see cref="Measure"/>.</param>
    /// <exception cref="ArgumentException">A cell is not one of its measure, or the cells contradict each other.</exception>
    public static OutcomeRow Create(Scenario scenario, string kernel, string strategy, ReadOnlySpan<string> cells)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentException.ThrowIfNullOrEmpty(kernel);
        ArgumentException.ThrowIfNullOrEmpty(strategy);
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, OutcomeColumns.Measures.Length);
        var parsed = ImmutableArray.CreateBuilder<MeasureCell>(cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            parsed.Add(MeasureCell.TryParse((Measure)i, cells[i], out var cell, out var problem)
                ? cell
                : throw new ArgumentException($"{OutcomeColumns.Measures[i]}: {problem}", nameof(cells)));
        }

        var row = new OutcomeRow(scenario, kernel, strategy, parsed.MoveToImmutable(), 0);
        return OutcomeRules.Check(row) is { } broken
            ? throw new ArgumentException($"{broken.Column}: {broken.Problem}", nameof(cells))
            : row;
    }

    /// <summary>The cell of a measure.</summary>
    /// <param name="measure">A measure.</param>
    public MeasureCell Cell(Measure measure) => _cells[(int)measure];

    /// <summary>The values of a measure, one for each step that ran.</summary>
    /// <param name="measure">A measure.</param>
    public ImmutableArray<string> Values(Measure measure) => Cell(measure).Values;

    /// <summary>Whether both rows have the same key, scenario and cells.</summary>
    /// <param name="other">Another row.</param>
    public bool HasSameContent(OutcomeRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key && Scenario.Equals(other.Scenario) && _cells.AsSpan().SequenceEqual(other._cells.AsSpan());
    }
}
