namespace Compare.Patches;

/// <summary>Searches the ways to cut a squeezed hunk into lines at one place of the base file.</summary>
/// <param name="text">The hunk.</param>
/// <param name="costs">What cuts cost.</param>
/// <param name="bare">The base file.</param>
/// <param name="hunk">The counts.</param>
internal sealed class CutSearch(SqueezedText text, CutCosts costs, BareText bare, Hunk hunk)
{
    /// <summary>The most steps of all searches of a hunk.</summary>
    private const int MostSteps = 3_000_000;

    /// <summary>The most characters, without blanks, that stand before the first line: the heading of a function.</summary>
    private const int LongestSection = 120;

    private const int WrongSection = 2, CutWord = 2;

    /// <summary>A character after the hunk costs one, so that none of its own are left; more cost no more.</summary>
    private const int DearestRest = 40;

    private readonly Dictionary<State, CutPair>[] _states = [.. Enumerable.Range(0, text.Bare.Length + 1).Select(_ => new Dictionary<State, CutPair>())];
    private int _steps;

    /// <summary>The farthest place that a search came to, with the line of the base file that was expected there.</summary>
    public (int Place, int BaseLine) Farthest { get; private set; }

    /// <summary>The ways to cut the hunk.</summary>
    /// <param name="at">The index of the base file's line at which it begins.</param>
    /// <param name="section">How many of its first characters may be a heading for certain.</param>
    /// <returns>The cheapest way, and the cheapest of another meaning; null if there is none.</returns>
    /// <exception cref="InputException">There are too many ways to search.</exception>
    public CutPair? Find(int at, int section)
    {
        CutPair? found = null;
        for (var place = 0; place <= text.Bare.Length; place++)
        {
            if (place <= LongestSection)
            {
                Add(place, new(0, 0, false), new(place <= section ? 0 : WrongSection, 0, '\0', null));
            }

            foreach (var (state, cut) in Settled(place, at))
            {
                if (IsEnd(place, state, at))
                {
                    var whole = cut with { Cost = cut.Cost + Math.Min(text.Bare.Length - place, DearestRest) };
                    found = found?.With(whole) ?? new(whole, null);
                }
            }

            _states[place].Clear();
        }

        return found;
    }

    /// <summary>The ways to a place, each after its steps were taken. A step without a character only adds an old line.</summary>
    private List<(State State, Cut Cut)> Settled(int place, int at)
    {
        var settled = new List<(State, Cut)>();
        for (var old = 0; old <= hunk.OldCount && _states[place].Count > 0; old++)
        {
            foreach (var (state, pair) in _states[place].Where(item => item.Key.Old == old).ToArray())
            {
                foreach (var cut in pair.Both)
                {
                    Step(place, state, cut, at);
                    settled.Add((state, cut));
                }
            }
        }

        return settled;
    }

    private void Step(int place, State state, Cut cut, int at)
    {
        if (++_steps > MostSteps)
        {
            throw hunk.Error("found a hunk without line breaks that can be cut into lines in too many ways, expected one with its line breaks");
        }

        if (cut.Line is not null && place > Farthest.Place)
        {
            Farthest = (place, at + Math.Min(state.Old, hunk.OldCount - 1));
        }

        if (state.Old < hunk.OldCount)
        {
            StepOld(place, state, text.IsInWord(place) ? cut with { Cost = cut.Cost + CutWord } : cut, bare[at + state.Old]);
        }

        if (place < text.Bare.Length)
        {
            StepAdded(place, state, cut);
        }
    }

    private void StepOld(int place, State state, Cut cut, string line)
    {
        if (state.New < hunk.NewCount && Stands(line, place))
        {
            var next = cut with { Line = new(cut.Line, ' ', place, place + line.Length) };
            for (var i = 0; i < line.Length; i++)
            {
                next = next.With(text, place + i, i == 0);
            }

            Add(place + line.Length, new(state.Old + 1, state.New + 1, false), next);
        }

        if (place < text.Bare.Length && text.Bare[place] == '-' && Stands(line, place + 1))
        {
            var end = place + 1 + line.Length;
            Add(end, new(state.Old + 1, state.New, false), cut with { Line = new(cut.Line, '-', place + 1, end) });
        }
    }

    private void StepAdded(int place, State state, Cut cut)
    {
        var isPlus = text.Bare[place] == '+';
        if (isPlus && state.New < hunk.NewCount)
        {
            Add(
                place + 1,
                new(state.Old, state.New + 1, true),
                cut with { Cost = cut.Cost + costs.Marker(place), Line = new(cut.Line, '+', place + 1, -1) });
        }

        if (state.IsAdded)
        {
            var isFirst = cut.Line!.Start == place;
            Add(place + 1, state, cut.With(text, place, isFirst) with { Cost = cut.Cost + (isPlus ? costs.Kept(place) : 0) });
            if (isPlus && place + 1 < text.Bare.Length && text.Bare[place + 1] == '+')
            {
                var both = cut.With(text, place, isFirst).With(text, place + 1, isFirst: false);
                Add(place + 2, state, both with { Cost = cut.Cost + costs.Increment(place) });
            }
        }
    }

    private bool Stands(string line, int place) => string.CompareOrdinal(text.Bare, place, line, 0, line.Length) == 0;

    private void Add(int place, State state, Cut cut)
        => _states[place][state] = _states[place].TryGetValue(state, out var pair) ? pair.With(cut) : new(cut, null);

    /// <summary>Whether all lines are there, and no further one follows. Text after the last context line may be a signature; after an
    /// added one nothing may follow, and it must be the last line of the file.</summary>
    private bool IsEnd(int place, State state, int at)
        => state.Old == hunk.OldCount
            && state.New == hunk.NewCount
            && (state.IsAdded
                ? place == text.Bare.Length && at + hunk.OldCount == bare.Count
                : text.Bare.AsSpan(place) is [] or ['-', '-', ..] or [not ('+' or '-'), ..]);

    /// <summary>How far the lines of a hunk are counted.</summary>
    /// <param name="Old">The number of old lines.</param>
    /// <param name="New">The number of new lines.</param>
    /// <param name="IsAdded">Whether the last one is an added line, which may go on.</param>
    private readonly record struct State(int Old, int New, bool IsAdded);
}
