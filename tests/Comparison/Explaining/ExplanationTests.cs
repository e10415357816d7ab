using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Comparison.Explaining;

/// <summary>What is said of every pair over the standard matrix, held to outcomes that are run here once more.</summary>
public sealed class ExplanationTests
{
    private static readonly ImmutableArray<Scenario> Scenarios = StandardMatrix.Build();

    private static readonly ImmutableArray<Contender> Contenders =
        [.. Kernels.Observed.SelectMany(kernel => Shipped.All.Select(strategy => new Contender(kernel, strategy)))];

    private static readonly Lazy<ImmutableArray<PairExplanation>> Pairs = new(() =>
        new PairExplainer(new MatrixRun(Contenders, 2).Run(Scenarios), [], 2).Explain(ContenderName.PairsOf(Contenders)));

    private static readonly Lazy<Dictionary<ContenderName, string[][]>> Outcomes = new(() => Contenders.ToDictionary(
        contender => (ContenderName)contender,
        contender =>
        {
            var runner = new ScenarioRunner(contender);
            return Scenarios.Select(scenario => Enum.GetValues<Measure>().Select(runner.Run(scenario).Text).ToArray()).ToArray();
        }));

    public static TheoryData<int> All => [.. Enumerable.Range(0, ContenderName.PairsOf(Contenders).Count())];

    [Theory]
    [MemberData(nameof(All))]
    public void The_condition_of_any_difference_finds_the_scenarios_that_differ_and_no_other(int number)
    {
        var (pair, left, right) = Pair(number);
        AssertFinds(pair.Any!, i => !left[i].SequenceEqual(right[i]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_condition_of_a_measure_finds_the_scenarios_in_which_it_differs_and_no_other(int number)
    {
        var (pair, left, right) = Pair(number);
        foreach (var difference in pair.Measures)
        {
            Assert.All(difference.Measures, measure => AssertFinds(
                difference.Set, i => left[i][(int)measure] != right[i][(int)measure]));
        }

        var silent = Enum.GetValues<Measure>().Except(pair.Measures.SelectMany(difference => difference.Measures));
        Assert.All(silent, measure => Assert.All(
            Enumerable.Range(0, StandardMatrix.Count),
            i => Assert.Equal(left[i][(int)measure], right[i][(int)measure])));
    }

    [Fact]
    public void The_classes_are_the_same_where_nothing_else_is_looked_for()
    {
        var outcomes = new MatrixRun(Contenders, 2).Run(Scenarios);
        var pairs = new PairExplainer(outcomes, [], 2) { ClassesOnly = true }.Explain(ContenderName.PairsOf(Contenders));
        Assert.All(pairs.Zip(Pairs.Value), pair =>
        {
            Assert.Null(pair.First.Any);
            Assert.Empty(pair.First.Measures);
            Assert.Equal(pair.Second.Classes.Select(Printed), pair.First.Classes.Select(Printed));
        });

        static string Printed(DifferenceClass item)
            => $"{item.Severity} {item.Code} {item.Set.Count} {item.Set.Condition} {item.Witness.Scenario.Id} {string.Join(", ", item.Values)}";
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_conditions_of_the_classes_part_the_scenarios_that_differ(int number)
    {
        var (pair, left, right) = Pair(number);
        var filters = pair.Classes.Select(item => Read(item.Set.Condition.ToString())).ToArray();
        for (var i = 0; i < Scenarios.Length; i++)
        {
            var differs = !left[i].SequenceEqual(right[i]);
            Assert.Equal(differs ? 1 : 0, filters.Count(filter => filter.Matches(new FilterSubject(Scenarios[i]))));
        }

        Assert.All(pair.Classes.Zip(filters), item => Assert.Equal(
            item.First.Set.Count, Scenarios.Count(scenario => item.Second.Matches(new FilterSubject(scenario)))));
        Assert.All(pair.Classes, item => Assert.Equal(item.Set.Count, item.Values.Sum(value => value.Count)));
        Assert.All(pair.Classes, item => Assert.True(item.Set.Condition.Holds(item.Witness.Scenario)));
        Assert.Equal(pair.Classes.OrderBy(item => item.Severity), pair.Classes);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_class_counts_the_scenarios_in_which_a_result_changes(int number)
    {
        var (pair, left, right) = Pair(number);
        foreach (var item in pair.Classes)
        {
            var filter = Read(item.Set.Condition.ToString());
            Assert.Equal(
                item.Results,
                Enumerable.Range(0, Scenarios.Length).Count(i => filter.Matches(new FilterSubject(Scenarios[i])) && left[i][0] != right[i][0]));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_form_for_reading_aloud_finds_the_same_scenarios_in_the_full_product(int number)
    {
        var sample = CrossMatrix.Enumerate().Where((_, i) => i % 97 == 0).ToArray();
        foreach (var item in Pairs.Value[number].Classes)
        {
            var read = Read(item.Set.Condition.Factored!.ToString());
            Assert.All(sample, scenario => Assert.Equal(item.Set.Condition.Holds(scenario), read.Matches(new FilterSubject(scenario))));
        }
    }

    [Fact]
    public void The_witness_is_the_smallest_scenario_of_its_class()
    {
        var bug = Pairs.Value.Single(pair => pair is { IsOfStrategies: true, Left: { KernelName: "v4.13", StrategyName: "original" }, Right.StrategyName: "zwisler" });
        var gone = bug.Classes.First(item => item.Severity == DifferenceSeverity.Repaired);
        Assert.Equal("failure -> ok", gone.Title);
        Assert.Equal("dax.aborted.private.copyin", gone.Witness.Scenario.Id);
        Assert.Equal(["EFAULT", "ok"], [gone.Witness.Left.Text(Measure.Result), gone.Witness.Right.Text(Measure.Result)]);
    }

    [Fact]
    public void Between_the_two_fixes_no_result_changes()
        => Assert.All(
            Pairs.Value.Where(pair => pair is { IsOfStrategies: true, Left.StrategyName: "v2", Right.StrategyName: "zwisler" }),
            pair => Assert.All(pair.Classes, item => Assert.Equal(0, item.Results)));

    [Fact]
    public void A_part_of_a_matrix_is_explained_as_if_it_had_run_alone()
    {
        var shared = Scenarios.Where(scenario => scenario.At == "target").ToImmutableArray();
        var part = new MatrixRun(Contenders, 2).Run(Scenarios).Part(scenario => scenario.At == "target");
        var alone = new MatrixRun(Contenders, 1).Run(shared);
        Assert.Equal(Texts(alone), Texts(part));

        static IEnumerable<string> Texts(OutcomeSet matrix) => new PairExplainer(matrix, [], 1)
            .Explain([(0, 1), (1, 2)])
            .SelectMany(pair => pair.Classes)
            .Select(item => $"{item.Title} {item.Set.Count} {item.Set.Condition}");
    }

    private static (PairExplanation Pair, string[][] Left, string[][] Right) Pair(int number)
        => (Pairs.Value[number], Outcomes.Value[Pairs.Value[number].Left], Outcomes.Value[Pairs.Value[number].Right]);

    private static FilterExpression Read(string text) => FilterExpression.Parse(text, FilterVocabulary.ScenarioOnly);

    private static void AssertFinds(ConditionedSet set, Func<int, bool> isIn)
    {
        var filter = Read(set.Condition.ToString());
        var count = 0;
        for (var i = 0; i < Scenarios.Length; i++)
        {
            var expected = isIn(i);
            Assert.Equal(expected, filter.Matches(new FilterSubject(Scenarios[i])));
            count += expected ? 1 : 0;
        }

        Assert.Equal(set.Count, count);
    }
}
