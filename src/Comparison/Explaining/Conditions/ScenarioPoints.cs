using System.Collections.Immutable;
using System.Globalization;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The scenarios of a matrix as points: a column for each scenario column in which they differ.</summary>
internal sealed class ScenarioPoints
{
    private const string Prior = "prior";

    private static readonly ImmutableArray<string> Names =
        [.. ScenarioColumns.All.Where(column => column is not ("id" or "steps")), .. ScenarioColumns.Derived];

    private ScenarioPoints(ImmutableArray<ConditionColumn> columns, PointTable table) => (Columns, Table) = (columns, table);

    /// <summary>The columns that vary, in the order of the format's description.</summary>
    public ImmutableArray<ConditionColumn> Columns { get; }

    /// <summary>The points; index is that of the scenario.</summary>
    public PointTable Table { get; }

    public static ScenarioPoints Of(ImmutableArray<Scenario> scenarios)
    {
        var texts = Names.Select(name => new Dictionary<string, ushort>(StringComparer.Ordinal)).ToArray();
        var codes = new ushort[scenarios.Length * Names.Length];
        var steps = new Dictionary<string, (string Access, string At, string Prior)>(StringComparer.Ordinal);
        for (var i = 0; i < scenarios.Length; i++)
        {
            var scenario = scenarios[i];
            if (!steps.TryGetValue(scenario.StepsText, out var derived))
            {
                derived = (scenario.Access, scenario.At, scenario.Prior);
                steps.Add(scenario.StepsText, derived);
            }

            for (var column = 0; column < Names.Length; column++)
            {
                var text = Names[column] switch
                {
                    "access" => derived.Access,
                    "at" => derived.At,
                    Prior => derived.Prior,
                    _ => ScenarioColumns.Text(scenario, Names[column]),
                };
                if (!texts[column].TryGetValue(text, out var code))
                {
                    code = Convert.ToUInt16(texts[column].Count, CultureInfo.InvariantCulture);
                    texts[column].Add(text, code);
                }

                codes[(i * Names.Length) + column] = code;
            }
        }

        return Ordered(texts, codes);
    }

    /// <summary>Leaves out columns that do not vary, and numbers values in the order of the vocabulary.</summary>
    private static ScenarioPoints Ordered(Dictionary<string, ushort>[] texts, ushort[] codes)
    {
        var columns = new List<ConditionColumn>();
        var places = new List<int>();
        var renamed = new List<ushort[]>();
        for (var column = 0; column < Names.Length; column++)
        {
            // A column that does not vary says nothing; if none varies, one has to stand for all.
            if (texts[column].Count < 2 && (column < Names.Length - 1 || columns.Count > 0))
            {
                continue;
            }

            var known = FilterVocabulary.ScenarioOnly.Column(Names[column]).Values;
            var values = texts[column].Keys
                .OrderBy(text => known.IndexOf(text))
                .ThenBy(text => text, StringComparer.Ordinal)
                .ToImmutableArray();
            var codeOf = new ushort[values.Length];
            for (var value = 0; value < values.Length; value++)
            {
                codeOf[texts[column][values[value]]] = (ushort)value;
            }

            columns.Add(new ConditionColumn(Names[column], values));
            places.Add(column);
            renamed.Add(codeOf);
        }

        var count = codes.Length / Names.Length;
        var points = new ushort[count * columns.Count];
        for (var i = 0; i < count; i++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                points[(i * columns.Count) + column] = renamed[column][codes[(i * Names.Length) + places[column]]];
            }
        }

        return new ScenarioPoints([.. columns], new PointTable([.. columns.Select(column => column.Values.Length)], points));
    }
}
