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
        return Of(ScenarioNames, scenarios.Length, (column, point) => ScenarioNames[column] switch
        {
            Prior => PriorOf(scenarios[point]),
            var name => ScenarioColumns.Text(scenarios[point], name),
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

    /// <summary>Points of texts: leaves out columns that do not vary, and numbers values in the order of the vocabulary.</summary>
    /// <param name="names">Names of the columns.</param>
    /// <param name="count">How many points.</param>
    /// <param name="textOf">The text of a column (first) and point (second).</param>
    public static ConditionPoints Of(ImmutableArray<string> names, int count, Func<int, int, string> textOf)
    {
        var columns = new List<ConditionColumn>();
        var codes = new List<ushort[]>();
        for (var column = 0; column < names.Length; column++)
        {
            var found = new Dictionary<string, ushort>(StringComparer.Ordinal);
            var code = new ushort[count];
            for (var point = 0; point < count && found.Count < MostValues; point++)
            {
                var text = textOf(column, point);
                if (!found.TryGetValue(text, out code[point]))
                {
                    code[point] = (ushort)found.Count;
                    found.Add(text, code[point]);
                }
            }

            // A column that does not vary says nothing; if none varies, one has to stand for all.
            if (found.Count == MostValues || (found.Count < 2 && (column < names.Length - 1 || columns.Count > 0)))
            {
                continue;
            }

            var known = new ConditionColumn(names[column], found.Keys);
            var renamed = new ushort[found.Count];
            for (var value = 0; value < renamed.Length; value++)
            {
                renamed[found[known.Values[value]]] = (ushort)value;
            }

            columns.Add(known);
            codes.Add(Array.ConvertAll(code, value => renamed[value]));
        }

        var all = new ushort[count * columns.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var (point, column) = Math.DivRem(i, columns.Count);
            all[i] = codes[column][point];
        }

        return new ConditionPoints([.. columns], new PointTable([.. columns.Select(column => column.Values.Length)], all));
    }
}
