namespace Compare.Comparison;

/// <summary>The columns of two tables: which make the key, which are compared, and which cannot be.</summary>
public sealed class DiffColumns
{
    private DiffColumns(ImmutableArray<string> names, int keys, int compared, ImmutableArray<string> onlyOld, ImmutableArray<string> onlyNew)
    {
        (Names, KeyCount, ComparedCount, OnlyOld, OnlyNew) = (names, keys, compared, onlyOld, onlyNew);
        ScenarioFields = [.. ScenarioColumns.All.Select(name => Names.IndexOf(name))];
        MeasureFields = [.. OutcomeColumns.Measures.Select(name => Names.IndexOf(name))];
        (Kernel, Strategy) = (Names.IndexOf("kernel"), Names.IndexOf("strategy"));
        HoldScenarios = !ScenarioFields.Contains(-1);
    }

    /// <summary>The columns that both tables have: the key, then what is compared, then what is only looked at.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many of them make the key.</summary>
    public int KeyCount { get; }

    /// <summary>How many after those are compared.</summary>
    public int ComparedCount { get; }

    /// <summary>Names of the key's columns.</summary>
    public ImmutableArray<string> Key => Names[..KeyCount];

    /// <summary>Columns that only the old table has, and that nobody asked to ignore.</summary>
    public ImmutableArray<string> OnlyOld { get; }

    /// <summary>Columns that only the new table has, likewise.</summary>
    public ImmutableArray<string> OnlyNew { get; }

    /// <summary>Whether the tables differ in their columns.</summary>
    public bool Differ => !OnlyOld.IsEmpty || !OnlyNew.IsEmpty;

    /// <summary>Where each column of a scenario stands in <see cref="Names"/>; -1 where a table lacks it.</summary>
    internal ImmutableArray<int> ScenarioFields { get; }

    /// <summary>Where each measure stands; index is <see cref="Measure"/>; -1 where a table lacks it.</summary>
    internal ImmutableArray<int> MeasureFields { get; }

    /// <summary>Whether a whole scenario stands in each row.</summary>
    internal bool HoldScenarios { get; }

    /// <summary>Whether rows tell how each step ended.</summary>
    internal bool HoldResults => MeasureFields[(int)Measure.Result] >= 0;

    /// <summary>Whether rows name kernel and strategy.</summary>
    internal bool HasContender => Kernel >= 0 && Strategy >= 0;

    /// <summary>Where the kernel stands, or -1.</summary>
    internal int Kernel { get; }

    /// <summary>Where the strategy stands, or -1.</summary>
    internal int Strategy { get; }

    /// <summary>Matches the columns of two tables.</summary>
    /// <param name="oldTable">Name and header of the old table.</param>
    /// <param name="newTable">Name and header of the new one.</param>
    /// <param name="options">What was asked for.</param>
    /// <exception cref="InputException">A column that was named does not exist, or a column is misspelt.</exception>
    public static DiffColumns Of(
        (string Path, ImmutableArray<string> Header) oldTable, (string Path, ImmutableArray<string> Header) newTable, DiffOptions options)
    {
        var (left, right) = (oldTable.Header, newTable.Header);
        var key = options.Key.IsEmpty ? DiffOptions.OutcomeKey : options.Key;
        var any = left.Union(right).ToHashSet(StringComparer.Ordinal);
        foreach (var name in options.Key)
        {
            RequireKnown("--key", name, any);
        }

        foreach (var name in options.Ignore)
        {
            RequireKnown("--ignore", name, any);
            if (key.Contains(name))
            {
                throw new InputException($"--ignore: found column '{name}', which the key has; expected another one");
            }
        }

        foreach (var (path, header) in ((string, ImmutableArray<string>)[])[oldTable, newTable])
        {
            RefuseMisspelt(path, header, any);
            RequireKey(path, header, key);
        }

        var both = left.Intersect(right).Except(key).ToArray();
        var known = OutcomeColumns.All.Where(both.Contains).Concat(both.Except(OutcomeColumns.All).Order(StringComparer.Ordinal)).ToArray();
        var compared = known.Except(options.Ignore).ToArray();
        var lookedAt = known.Except(compared).Where(OutcomeColumns.All.Contains);
        return new DiffColumns(
            [.. key, .. compared, .. lookedAt],
            key.Length,
            compared.Length,
            [.. left.Except(right).Except(options.Ignore)],
            [.. right.Except(left).Except(options.Ignore)]);
    }

    /// <summary>Where each of <see cref="Names"/> stands in a table.</summary>
    internal int[] PositionsIn(ImmutableArray<string> header)
    {
        var places = header.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        return [.. Names.Select(name => places[name])];
    }

    private static void RequireKnown(string option, string name, HashSet<string> names)
    {
        if (!names.Contains(name))
        {
            throw new InputException(
                $"{option}: found unknown column {Problem.Quote(name)}, expected one of {string.Join(", ", names)}{NearName.Hint(name, names)}");
        }
    }

    /// <summary>A column of an outcome table under almost its name would pass for one that the table lacks.</summary>
    private static void RefuseMisspelt(string path, ImmutableArray<string> header, HashSet<string> known)
    {
        var missing = OutcomeColumns.All.Where(name => !header.Contains(name) && known.Contains(name)).ToArray();
        foreach (var name in header.Except(OutcomeColumns.All))
        {
            if (NearName.Find(name, missing) is { } near)
            {
                throw new InputException(new InputLocation(path, 1), $"found unknown column {Problem.Quote(name)}; did you mean '{near}'?");
            }
        }
    }

    private static void RequireKey(string path, ImmutableArray<string> header, ImmutableArray<string> key)
    {
        var missing = key.Where(name => !header.Contains(name)).ToArray();
        if (missing.Length > 0)
        {
            throw new InputException(
                new InputLocation(path, 1),
                $"found no column {string.Join(", ", missing)}; expected the columns of the key: {string.Join(", ", key)}");
        }
    }
}
