using System.Collections.Immutable;
using System.Globalization;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>What every scenario of a matrix came to, for every contender; in memory, so that any two can be compared.</summary>
public sealed class OutcomeMatrix
{
    private readonly ImmutableArray<Outcome> _outcomes;
    private readonly int[] _numbers;
    private readonly int[] _starts;

    internal OutcomeMatrix(ImmutableArray<Scenario> scenarios, ImmutableArray<Contender> contenders, ImmutableArray<Outcome> outcomes, int[] numbers)
    {
        (Scenarios, Contenders, _outcomes, _numbers) = (scenarios, contenders, outcomes, numbers);
        _starts = [.. outcomes.Select(outcome => outcome.Cells[(int)Measure.JournalStarts]
            .Split('|')
            .Sum(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0))];
    }

    /// <summary>The scenarios, in ordinal order of the id.</summary>
    public ImmutableArray<Scenario> Scenarios { get; }

    /// <summary>The contenders, in the order in which they were given.</summary>
    public ImmutableArray<Contender> Contenders { get; }

    /// <summary>Runs scenarios.</summary>
    /// <param name="scenarios">In ordinal order of the id.</param>
    /// <param name="contenders">Kernels and strategies.</param>
    /// <param name="jobs">Number of threads that compute; at least 1.</param>
    /// <param name="report">Told how many scenarios are done, a part at a time, from any thread.</param>
    /// <exception cref="InputException">A strategy threw an exception.</exception>
    public static OutcomeMatrix Run(
        ImmutableArray<Scenario> scenarios, ImmutableArray<Contender> contenders, int jobs, Action<int>? report = null)
        => new OutcomeMatrixRun(scenarios, contenders, report).Run(jobs);

    /// <summary>The part of the matrix with some of its scenarios.</summary>
    /// <param name="isIn">Which ones.</param>
    public OutcomeMatrix Part(Func<Scenario, bool> isIn)
    {
        ArgumentNullException.ThrowIfNull(isIn);
        var rows = Enumerable.Range(0, Scenarios.Length).Where(row => isIn(Scenarios[row])).ToArray();
        var width = Contenders.Length;
        var numbers = new int[rows.Length * width];
        for (var i = 0; i < rows.Length; i++)
        {
            Array.Copy(_numbers, rows[i] * width, numbers, i * width, width);
        }

        return new OutcomeMatrix([.. rows.Select(row => Scenarios[row])], Contenders, _outcomes, numbers);
    }

    /// <summary>Journal starts by the handler in the outcome of a number, all steps together.</summary>
    internal int JournalStarts(int number) => _starts[number];

    /// <summary>The number of an outcome: equal outcomes have equal numbers.</summary>
    internal int NumberOf(int scenario, int contender) => _numbers[(scenario * Contenders.Length) + contender];

    /// <summary>The outcome of a number.</summary>
    internal Outcome this[int number] => _outcomes[number];
}
