namespace Compare.Comparison;

/// <summary>Two contenders over a matrix: in which scenarios that both ran they differ, and how. The sets only; conditions are found later,
/// all at once.</summary>
internal sealed class OutcomePair
{
    private static readonly Measure[] AllMeasures = Enum.GetValues<Measure>();
    private readonly Dictionary<(int Left, int Right), (int Change, int Values, int Measures)> _known = [];
    private readonly Dictionary<OutcomeChange, int> _changes = [];
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);
    private readonly bool[]?[] _measures = new bool[AllMeasures.Length][];
    private readonly List<bool[]> _sets = [];
    private readonly List<Dictionary<int, int>> _counts = [];
    private readonly List<int> _results = [];
    private readonly int _looked;

    /// <summary>Compares two contenders.</summary>
    /// <param name="outcomes">What they did.</param>
    /// <param name="left">Index of one.</param>
    /// <param name="right">Index of the other.</param>
    /// <param name="measures">The measures that are looked at, a bit for each; none: all.</param>
    public OutcomePair(OutcomeSet outcomes, int left, int right, int measures)
    {
        (Left, Right, _looked) = (left, right, measures == 0 ? -1 : measures);
        Differing = new bool[outcomes.Scenarios.Length];
        var classifier = new OutcomeClassifier(measures);
        var (leftStarts, rightStarts, more, fewer) = (0L, 0L, 0, 0);
        for (var scenario = 0; scenario < Differing.Length; scenario++)
        {
            var key = (Left: outcomes.IdOf(scenario, left), Right: outcomes.IdOf(scenario, right));
            if (key.Left != key.Right && key.Left != OutcomeSet.None && key.Right != OutcomeSet.None)
            {
                if (!_known.TryGetValue(key, out var known))
                {
                    var (a, b) = (outcomes.Pool[key.Left], outcomes.Pool[key.Right]);
                    known = classifier.Classify(a, b) is { } found
                        ? (IndexOf(_changes, found.Change), IndexOf(_values, found.Values), a.Differing(b))
                        : (-1, -1, 0);
                    _known.Add(key, known);
                }

                Add(scenario, known);
            }

            if (key.Left != OutcomeSet.None && key.Right != OutcomeSet.None)
            {
                var (a, b) = (outcomes.Pool[key.Left].JournalStarts, outcomes.Pool[key.Right].JournalStarts);
                leftStarts += a;
                rightStarts += b;
                more += b > a ? 1 : 0;
                fewer += b < a ? 1 : 0;
            }
        }

        Journal = new JournalBalance(leftStarts, rightStarts, more, fewer);
    }

    /// <summary>Index of the left contender.</summary>
    public int Left { get; }

    /// <summary>Index of the right contender.</summary>
    public int Right { get; }

    /// <summary>Journal starts on both sides.</summary>
    public JournalBalance Journal { get; }

    /// <summary>For each scenario whether anything that is looked at differs.</summary>
    public bool[] Differing { get; }

    /// <summary>Each change that occurs, with its scenarios, and in how many of them the result of a step differs, whatever is looked at;
    /// worst first.</summary>
    public ImmutableArray<(OutcomeChange Change, bool[] IsIn, int Results)> Classes
        => [.. _changes.OrderBy(item => item.Key).Select(item => (item.Key, _sets[item.Value], _results[item.Value]))];

    /// <summary>Each measure that differs somewhere in any step, with the scenarios where it does.</summary>
    public ImmutableArray<(Measure Measure, bool[] IsIn)> Measures
        => [.. AllMeasures.Where(measure => _measures[(int)measure] is not null).Select(measure => (measure, _measures[(int)measure]!))];

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

    private void Add(int scenario, (int Change, int Values, int Measures) known)
    {
        if (known.Change < 0)
        {
            return;
        }

        Differing[scenario] = true;
        if (known.Change == _sets.Count)
        {
            _sets.Add(new bool[Differing.Length]);
            _counts.Add([]);
            _results.Add(0);
        }

        _sets[known.Change][scenario] = true;
        _counts[known.Change][known.Values] = _counts[known.Change].GetValueOrDefault(known.Values) + 1;
        _results[known.Change] += known.Measures >> (int)Measure.Result & 1;
        foreach (var measure in AllMeasures)
        {
            if (((known.Measures & _looked) >> (int)measure & 1) != 0)
            {
                (_measures[(int)measure] ??= new bool[Differing.Length])[scenario] = true;
            }
        }
    }
}
