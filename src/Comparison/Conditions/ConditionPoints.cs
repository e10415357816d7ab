using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>What conditions tell apart, as points: scenarios of a matrix, or rows of tables. A column stands for each in which they differ.</summary>
internal sealed class ConditionPoints
{
    private const string Prior = "prior";

    /// <summary>Values of a column that are told apart; with more, conditions do without it.</summary>
    private const int MostValues = ushort.MaxValue;

    private ConditionPoints(ImmutableArray<ConditionColumn> columns, PointTable table) => (Columns, Table) = (columns, table);

    /// <summary>The columns of a scenario that conditions may name, in the order of the format's description.</summary>
    public static ImmutableArray<string> ScenarioNames { get; } =
        [.. ScenarioColumns.All.Where(column => column is not ("id" or "steps")), .. ScenarioColumns.Derived];

    /// <summary>The columns that vary, at least one.</summary>
    public ImmutableArray<ConditionColumn> Columns { get; }

    /// <summary>The points.</summary>
    public PointTable Table { get; }

    /// <summary>Scenarios as points; index is that of the scenario.</summary>
    public static ConditionPoints Of(ImmutableArray<Scenario> scenarios)
    {
        var priors = new Dictionary<string, string>(StringComparer.Ordinal);
        return Of(ScenarioNames, column =>
        {
            var found = new OrderedDictionary<string, int>(StringComparer.Ordinal);
            var codes = new int[scenarios.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                var text = ScenarioNames[column] == Prior ? PriorOf(scenarios[i]) : ScenarioColumns.Text(scenarios[i], ScenarioNames[column]);
                if (!found.TryGetValue(text, out codes[i]))
                {
                    found.Add(text, codes[i] = found.Count);
                }
            }

            return (codes, [.. found.Keys]);
        });

        string PriorOf(Scenario scenario)
        {
            if (!priors.TryGetValue(scenario.StepsText, out var prior))
            {
                priors.Add(scenario.StepsText, prior = scenario.Prior);
            }

            return prior;
        }
    }

    /// <summary>Points of numbered values: leaves out columns that do not vary, and numbers values in the order of the vocabulary.</summary>
    /// <param name="names">Names of the columns.</param>
    /// <param name="codesOf">For a column the number of its value at each point, and the texts of the numbers; several may have the same.
    /// What it gives is used up before the next call.</param>
    public static ConditionPoints Of(ImmutableArray<string> names, Func<int, (int[] Codes, string[] Texts)> codesOf)
    {
        var columns = new List<ConditionColumn>();
        var kept = new List<ushort[]>();
        for (var column = 0; column < names.Length; column++)
        {
            var (codes, texts) = codesOf(column);
            var found = Occurring(codes, texts);

            // A column that does not vary says nothing; if none varies, one has to stand for all.
            if (found.Count >= MostValues || (found.Count < 2 && (column < names.Length - 1 || columns.Count > 0)))
            {
                continue;
            }

            var known = new ConditionColumn(names[column], found);
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var value in known.Values)
            {
                numbers.Add(value, numbers.Count);
            }

            columns.Add(known);
            kept.Add(Renamed(codes, Array.ConvertAll(texts, text => numbers.GetValueOrDefault(text))));
        }

        return new ConditionPoints([.. columns], new PointTable([.. columns.Select(column => column.Values.Length)], Interleave(kept)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static HashSet<string> Occurring(int[] codes, string[] texts)
    {
        var occurs = new bool[texts.Length];
        foreach (var code in codes)
        {
            occurs[code] = true;
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var code = 0; code < texts.Length; code++)
        {
            if (occurs[code])
            {
                found.Add(texts[code]);
            }
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ushort[] Renamed(int[] codes, int[] names)
    {
        var renamed = new ushort[codes.Length];
        for (var point = 0; point < codes.Length; point++)
        {
            renamed[point] = (ushort)names[codes[point]];
        }

        return renamed;
    }

    /// <summary>The values point after point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ushort[] Interleave(List<ushort[]> columns)
    {
        var all = new ushort[columns[0].Length * columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            var codes = columns[column];
            for (var (point, i) = (0, column); point < codes.Length; point++, i += columns.Count)
            {
                all[i] = codes[point];
            }
        }

        return all;
    }
}
