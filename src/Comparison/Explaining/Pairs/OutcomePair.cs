using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Two contenders over a matrix: in which scenarios they differ, and how. The sets only; conditions are found later, all at
/// once.</summary>
internal sealed class OutcomePair
{
    private static readonly Measure[] AllMeasures = Enum.GetValues<Measure>();

    private readonly OutcomeMatrix _matrix;
    private readonly Dictionary<(int Left, int Right), (int Change, int Values)> _known = [];
    private readonly Dictionary<OutcomeChange, int> _changes = [];
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);
    private readonly bool[][] _measures = new bool[AllMeasures.Length][];
    private readonly List<bool[]> _sets = [];
    private readonly List<Dictionary<int, int>> _counts = [];

    private OutcomePair(OutcomeMatrix matrix, int left, int right)
    {
        _matrix = matrix;
        (Left, Right) = (left, right);
        Differing = new bool[matrix.Scenarios.Length];
    }

    /// <summary>Index of the left contender.</summary>
    public int Left { get; }

    /// <summary>Index of the right contender.</summary>
    public int Right { get; }

    /// <summary>For each scenario whether anything that is looked at differs.</summary>
    public bool[] Differing { get; }

    /// <summary>Each change that occurs, with its scenarios; worst first.</summary>
    public ImmutableArray<(OutcomeChange Change, bool[] IsIn)> Classes
        => [.. _changes.OrderBy(item => Order(item.Key)).Select(item => (item.Key, _sets[item.Value]))];

    /// <summary>Each measure that differs somewhere in any step, with the scenarios where it does.</summary>
    public ImmutableArray<(Measure Measure, bool[] IsIn)> Measures
        => [.. AllMeasures.Where(measure => _measures[(int)measure] is not null).Select(measure => (measure, _measures[(int)measure]))];

    /// <summary>Compares two contenders.</summary>
    /// <param name="matrix">What they did.</param>
    /// <param name="left">Index of one.</param>
    /// <param name="right">Index of the other.</param>
    /// <param name="measures">The measures that are looked at; none: all.</param>
    public static OutcomePair Of(OutcomeMatrix matrix, int left, int right, IReadOnlyCollection<Measure> measures)
    {
        var pair = new OutcomePair(matrix, left, right);
        var classifier = new OutcomeClassifier(measures);
        for (var scenario = 0; scenario < pair.Differing.Length; scenario++)
        {
            var key = (matrix.NumberOf(scenario, left), matrix.NumberOf(scenario, right));
            if (key.Item1 != key.Item2)
            {
                pair.Add(scenario, key, classifier, measures);
            }
        }

        return pair;
    }

    /// <summary>The values before and after a change, each with the number of its scenarios; the most frequent first.</summary>
    public ImmutableArray<(string Values, int Count)> ValuesOf(OutcomeChange change)
    {
        var texts = _values.ToDictionary(item => item.Value, item => item.Key);
        return
        [
            .. _counts[_changes[change]]
                .Select(item => (Values: texts[item.Key], item.Value))
                .Where(item => item.Values.Length > 0)
                .OrderByDescending(item => item.Value)
                .ThenBy(item => item.Values, StringComparer.Ordinal),
        ];
    }

    private static (DifferenceSeverity Severity, bool IsEarlier, ChangeKind Kind, ResultKind From, ResultKind To, int Time, int Dangers)
        Order(OutcomeChange change)
        => (change.Severity, change.IsEarlier, change.Kind, change.From, change.To, change.Time, change.Dangers);

    private static int IndexOf<T>(Dictionary<T, int> known, T item)
        where T : notnull
    {
        if (!known.TryGetValue(item, out var index))
        {
            index = known.Count;
            known.Add(item, index);
        }

        return index;
    }

    private void Add(int scenario, (int Left, int Right) key, OutcomeClassifier classifier, IReadOnlyCollection<Measure> measures)
    {
        var (left, right) = (_matrix[key.Left], _matrix[key.Right]);
        if (!_known.TryGetValue(key, out var known))
        {
            known = classifier.Classify(left, right) is { } found
                ? (IndexOf(_changes, found.Change), IndexOf(_values, found.Values))
                : (-1, -1);
            _known.Add(key, known);
        }

        if (known.Change < 0)
        {
            return;
        }

        Differing[scenario] = true;
        if (known.Change == _sets.Count)
        {
            _sets.Add(new bool[Differing.Length]);
            _counts.Add([]);
        }

        _sets[known.Change][scenario] = true;
        _counts[known.Change][known.Values] = _counts[known.Change].GetValueOrDefault(known.Values) + 1;
        foreach (var measure in AllMeasures)
        {
            if ((measures.Count == 0 || measures.Contains(measure)) && left.Cells[(int)measure] != right.Cells[(int)measure])
            {
                (_measures[(int)measure] ??= new bool[Differing.Length])[scenario] = true;
            }
        }
    }
}
