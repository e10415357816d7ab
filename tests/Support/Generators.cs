using System.Collections.Immutable;
using System.Globalization;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using CsCheck;

namespace Compare.Tests;

/// <summary>Legal scenarios, outcomes and filters at random, also nasty ones.</summary>
internal static class Generators
{
    public static FilterVocabulary Vocabulary { get; } = new(["v4.13", "v6.1", "v6.12"], ["original", "v2", "zwisler"]);

    public static Gen<Step> Step { get; } = Gen.Select(
        Any(Axes.Verbs),
        Any(Axes.Places),
        (verb, place) => new Step(verb).NamesPage ? new Step(verb) { Place = place } : new Step(verb));

    public static Gen<WorldSetup> Setup { get; } = Gen.Select(
        Any(Axes.Mounts),
        Gen.Select(Any(Axes.FileSystems), Any(Axes.Mappings)).Where(ScenarioRules.CanMap),
        Any(Axes.Geometries),
        Any(Axes.Extents),
        Any(Axes.Lengths),
        Any(Axes.HugePages),
        (mount, file, geometry, extents, length, huge) => new WorldSetup(mount, file.Item1, file.Item2, geometry, extents, length, huge));

    /// <summary>One to six steps, so that a child ends only where one was made.</summary>
    public static Gen<Step[]> Steps { get; } = Step.Array[1, 6].Where(steps => ScenarioRules.Check(ScenarioText.Centre, [.. steps]) is null);

    /// <summary>A scenario of such steps.</summary>
    public static Gen<Scenario> Scenario { get; } = Gen.Select(
        Gen.String[Gen.OneOfConst("abcXYZ019 .+-_@,\"'|éß語".ToCharArray()), 0, 5],
        Setup,
        Steps,
        (id, setup, steps) => new Scenario("#" + id, setup, [.. steps]));

    /// <summary>Scenarios, each with an id of its own.</summary>
    public static Gen<Scenario[]> Scenarios(int fewest, int most)
        => Scenario.Array[fewest, most].Select(scenarios => scenarios.Select(Numbered).ToArray());

    /// <summary>What a step does that is no last one, or ends well.</summary>
    private static Gen<string[]> Going { get; } = Cells(
        Gen.OneOfConst("ok", "SIGBUS", "SIGSEGV", "EFAULT", "EROFS"),
        Gen.OneOfConst("absent", "dax", "zero", "anon"),
        Gen.OneOfConst("", "PUD:FALLBACK PMD:NOPAGE", "PTE:NOPAGE MKWRITE:NOPAGE", "PAGE_MKWRITE"),
        Number(0, 11));

    private static Gen<string[]> NeverReturns { get; } = Cells(
        Gen.OneOfConst("blocked", "oops", "hang"), Gen.Const("-"), Gen.OneOfConst("", "PUD", "PUD:FALLBACK PMD"), Number(0, 11));

    private static Gen<string[]> Livelock { get; } = Cells(
        Gen.Const("livelock"), Gen.Const("-"), Gen.OneOfConst("PMD:FALLBACK*", "PTE:NOPAGE*"), Gen.Const("*"));

    /// <summary>What a contender may have done with a scenario.</summary>
    public static Gen<OutcomeRow> Outcome(Scenario scenario, string kernel, string strategy)
    {
        var ending = scenario.Steps.Contains(new Step(Verb.Thaw)) ? Livelock : Gen.OneOf(NeverReturns, Livelock);
        var steps = Gen.Bool.SelectMany(ends => ends
            ? Gen.Int[1, scenario.Steps.Length].SelectMany(ran =>
                Gen.Select(Going.Array[ran - 1], ending, (going, last) => (string[][])[.. going, last]))
            : Going.Array[scenario.Steps.Length]);
        return steps.Select(cells =>
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i][(int)Measure.Page] = scenario.Steps[i].Verb == Verb.Fork ? "-" : cells[i][(int)Measure.Page];
            }

            var columns = Enum.GetValues<Measure>().Select(measure => string.Join('|', cells.Select(step => step[(int)measure])));
            return OutcomeRow.Create(scenario, kernel, strategy, [.. columns]);
        });
    }

    /// <summary>The same outcome with other counts of huge pages and blocks, which is one class of changes.</summary>
    public static Gen<OutcomeRow> WithOtherCounts(OutcomeRow row) => Going.Array[row.StepsRun].Select(steps =>
    {
        var columns = Enum.GetValues<Measure>().Select(measure =>
            measure is Measure.ThpFaultFallback or Measure.ThpSplitPmd or Measure.BlocksDelta
                ? string.Join('|', row.Values(measure).Select((value, i) => value == "*" ? value : steps[i][(int)measure]))
                : row.Text(measure));
        return OutcomeRow.Create(row.Scenario, row.Kernel, row.Strategy, [.. columns]);
    });

    /// <summary>A table in order of its key, with two rows for each scenario.</summary>
    public static Gen<OutcomeRow[]> Table(int fewest, int most)
    {
        var pair = from scenario in Scenario
                   from older in Outcome(scenario, "v4.13", "v2")
                   from newer in Outcome(scenario, "v6.1", "zwisler")
                   select (scenario, older, newer);
        return pair.Array[fewest, most].Select(pairs => pairs
            .Select((item, i) => (Scenario: Numbered(item.scenario, i), item.older, item.newer))
            .OrderBy(item => item.Scenario.Id, StringComparer.Ordinal)
            .SelectMany(item => new[] { item.older with { Scenario = item.Scenario }, item.newer with { Scenario = item.Scenario } })
            .ToArray());
    }

    /// <summary>A tree; its values come from a scenario as often as not, so that it matches now and then.</summary>
    public static Gen<FilterExpression> Expression { get; } = Scenario.SelectMany(near => ExpressionNear(near));

    /// <summary>A tree whose values come from a scenario as often as not.</summary>
    public static Gen<FilterExpression> ExpressionNear(Scenario near) => Gen.Int[0, 5].SelectMany(depth => Tree(near, depth));

    /// <summary>A tree as text, with needless parentheses, blanks and quotes, and any of the ways to say the same.</summary>
    public static Gen<string> Written(FilterExpression expression)
    {
        var text = expression switch
        {
            AndFilter and => InOrder(and.Operands.Select(operand => operand is OrFilter ? Enclosed(operand, "") : Written(operand)))
                .Select(operands => string.Join(" and ", operands)),
            OrFilter or => InOrder(or.Operands.Select(Written)).Select(operands => string.Join(" or ", operands)),
            NotFilter { Operand: InSetFilter set } => Gen.OneOf(WrittenSet(set, isNegated: true), Enclosed(set, "not ")),
            NotFilter not => Enclosed(not.Operand, "not "),
            InSetFilter set => WrittenSet(set, isNegated: false),
            GlobFilter glob => Gen.OneOfConst("~", " ~ ").Select(sign => $"{glob.Column}{sign}{Quoted(glob.Pattern)}"),
            _ => throw new ArgumentException($"no text for {expression.GetType()}"),
        };
        return expression is AndFilter or OrFilter
            ? text
            : Gen.Frequency((4, text), (1, Gen.Select(Gen.OneOfConst("", " ", "\t"), text, Gen.OneOfConst("", "\n"), Needlessly)));

        static string Needlessly(string before, string inner, string after) => $"{before}({inner}{after})";
    }

    private static Gen<string> Enclosed(FilterExpression expression, string before)
        => Written(expression).Select(inner => $"{before}({inner})");

    private static Gen<FilterExpression> Tree(Scenario near, int depth)
    {
        if (depth == 0)
        {
            return Gen.Frequency((3, Set(near)), (1, Glob(near)));
        }

        var operands = Gen.Int[0, depth - 1].SelectMany(below => Tree(near, below)).Array[2, 3];
        return Gen.Int[0, 3].SelectMany(kind => kind switch
        {
            0 => operands.Select(FilterExpression (all) => new AndFilter([.. all])),
            1 => operands.Select(FilterExpression (all) => new OrFilter([.. all])),
            2 => Tree(near, depth - 1).Select(FilterExpression (operand) => new NotFilter(operand)),
            _ => Tree(near, depth - 1),
        });
    }

    private static Gen<FilterExpression> Set(Scenario near)
    {
        var words = Gen.OneOfConst([.. WordSets.All])
            .Select(FilterExpression (word) => new InSetFilter(Vocabulary.Column(word.Column), word.Values));
        var values = from column in Column
                     from chosen in Value(column, near).Array[1, 3]
                     select (FilterExpression)new InSetFilter(column, [.. chosen]);
        return Gen.Frequency((1, words), (3, values));
    }

    private static Gen<FilterExpression> Glob(Scenario near)
        => from column in Column
           from value in Value(column, near)
           from start in Gen.Int[0, value.Length]
           from end in Gen.Int[0, value.Length]
           from middle in Gen.Int[0, value.Length - 1]
           let one = start <= end ? $"{value[..start]}*{value[end..]}" : value.Replace(value[end], '?')
           from pattern in Gen.OneOfConst(one, $"*{value[middle]}*")
           select (FilterExpression)new GlobFilter(column, pattern);

    private static Gen<FilterColumn> Column { get; } = Gen.OneOfConst([.. Vocabulary.Columns]);

    private static Gen<string> Value(FilterColumn column, Scenario near)
    {
        if (!column.IsOpen)
        {
            return Gen.OneOfConst([.. column.Values]);
        }

        var text = Gen.OneOf(Gen.Const(near), Scenario).Select(scenario => ScenarioColumns.Text(scenario, column.Name));
        return column.Name == "id"
            ? Gen.Frequency((1, Gen.OneOfConst("and", "or", "not", "in", "\"", "a \"b\"", "(", " ", "*", "fs = ro", "\n", "ß語")), (3, text))
            : text;
    }

    private static Gen<string> WrittenSet(InSetFilter set, bool isNegated)
    {
        var list = Gen.Select(
            Gen.Shuffle(set.Values.ToArray()),
            Gen.OneOfConst(",", ", "),
            (values, comma) => $"{set.Column} {(isNegated ? "not in" : "in")} ({string.Join(comma, values.Select(Quoted))})");
        return set.Values.Length == 1
            ? Gen.OneOf(Gen.Const($"{set.Column} {(isNegated ? "!=" : "=")} {Quoted(set.Values[0])}"), list)
            : list;
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Scenario Numbered(Scenario scenario, int number) => new($"{number}{scenario.Id}", scenario.Setup, scenario.Steps);

    /// <summary>The cells of one step, in the order of <see cref="Measure"/>.</summary>
    private static Gen<string[]> Cells(Gen<string> result, Gen<string> page, Gen<string> handler, Gen<string> count) => Gen.Select(
        Gen.Select(result, page, handler),
        count.Array[4],
        Gen.OneOfConst("0", "1", "?"),
        Number(-8192, 8191),
        (first, counts, time, blocks) => (string[])[first.Item1, first.Item2, first.Item3, .. counts, time, blocks]);

    private static Gen<string> Number(int from, int to)
        => Gen.Int[from, to].Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static Gen<T> Any<T>(Words<T> words)
        where T : struct, Enum
        => Gen.OneOfConst([.. words.Values]);

    public static Gen<ImmutableList<T>> InOrder<T>(IEnumerable<Gen<T>> generators) => generators.Aggregate(
        Gen.Const(ImmutableList<T>.Empty),
        (before, next) => Gen.Select(before, next, (items, item) => items.Add(item)));
}
