using Compare.Scenarios;
using CsCheck;

namespace Compare.Tests.Scenarios;

public sealed class FilterMatchingTests
{
    private static readonly FilterSubject Subject = new(
        ScenarioText.Parse("id=dax.ro.private mount=dax fs=ro mapping=private_ro geometry=small extent=frag size=partial thp=nohuge "
            + "steps=load@far fork other-store@beyond"),
        "v4.13",
        "zwisler");

    [Theory]
    [InlineData("id = dax.ro.private", true)]
    [InlineData("id = dax.ro.privat", false)]
    [InlineData("id in (a, dax.ro.private, e)", true)]
    [InlineData("mount = dax", true)]
    [InlineData("mount = nodax", false)]
    [InlineData("fs != ro", false)]
    [InlineData("fs in readonly", true)]
    [InlineData("fs not in failing", true)]
    [InlineData("mapping in (shared, private_ro)", true)]
    [InlineData("mapping not in (shared, private)", true)]
    [InlineData("geometry = small and extent = frag", true)]
    [InlineData("size = partial and thp = huge", false)]
    [InlineData("size = full or thp = nohuge", true)]
    [InlineData("steps = \"load@far fork other-store@beyond\"", true)]
    [InlineData("steps = \"load@far fork other-store\"", false)]
    [InlineData("access = other-store", true)]
    [InlineData("access in reads", false)]
    [InlineData("at = beyond", true)]
    [InlineData("prior = \"load@far fork\"", true)]
    [InlineData("prior = none", false)]
    [InlineData("kernel = v4.13 and strategy = zwisler", true)]
    [InlineData("kernel = v6.1 or strategy = v2", false)]
    [InlineData("strategy != original", true)]
    [InlineData("not (fs = ro and at = beyond)", false)]
    [InlineData("not not fs = ro", true)]
    public void A_condition_asks_its_column(string text, bool expected)
        => Assert.Equal(expected, FilterExpression.Parse(text, Generators.Vocabulary).Matches(Subject));

    [Theory]
    [InlineData("id ~ dax*", true)]
    [InlineData("id ~ dax", false)]
    [InlineData("id ~ DAX*", false)]
    [InlineData("id ~ *.private", true)]
    [InlineData("id ~ d*.*e", true)]
    [InlineData("id ~ *.*.*.*", false)]
    [InlineData("id ~ ???.ro.*", true)]
    [InlineData("id ~ ????.ro.*", false)]
    [InlineData("id ~ dax.ro.private*", true)]
    [InlineData("id ~ dax.ro.private?", false)]
    [InlineData("id !~ nodax*", true)]
    [InlineData("mapping ~ *_ro", true)]
    [InlineData("mapping ~ shared*", false)]
    [InlineData("mapping !~ shared*", true)]
    [InlineData("steps ~ *fork*", true)]
    [InlineData("steps ~ \"* fork\"", false)]
    [InlineData("prior ~ \"load* fork\"", true)]
    [InlineData("prior ~ *beyond", false)]
    [InlineData("kernel ~ v4.*", true)]
    [InlineData("strategy ~ ?2", false)]
    public void A_glob_is_about_the_whole_text(string text, bool expected)
        => Assert.Equal(expected, FilterExpression.Parse(text, Generators.Vocabulary).Matches(Subject));

    [Theory]
    [InlineData("?", true)]
    [InlineData("*?", true)]
    [InlineData("??", false)]
    [InlineData("*??*", false)]
    public void A_character_of_two_units_is_one_character(string pattern, bool expected)
        => Assert.Equal(
            expected,
            FilterExpression.Parse($"id ~ {pattern}", FilterVocabulary.ScenarioOnly).Matches(new(ScenarioText.Parse("id=😀 steps=load"))));

    [Fact]
    public void A_first_step_has_the_prior_none()
    {
        var first = new FilterSubject(ScenarioText.Parse("steps=load"));
        Assert.True(FilterExpression.Parse("prior = none", FilterVocabulary.ScenarioOnly).Matches(first));
        Assert.True(FilterExpression.Parse("prior ~ n*", FilterVocabulary.ScenarioOnly).Matches(first));
        Assert.False(FilterExpression.Parse("prior = load", FilterVocabulary.ScenarioOnly).Matches(first));
    }

    [Fact]
    public void Random_expressions_agree_with_a_comparison_of_texts()
    {
        var counts = new int[2];
        var asked = from scenario in Generators.Scenario
                    from kernel in Gen.OneOfConst("v4.13", "v6.1")
                    from strategy in Gen.OneOfConst("original", "v2", "zwisler")
                    from expression in Generators.ExpressionNear(scenario)
                    select (expression, new FilterSubject(scenario, kernel, strategy));
        Cases.Check(asked, seed: 5, count: 4_000, item =>
        {
            var (expression, subject) = item;
            var matches = expression.Matches(subject);
            Assert.Equal(NaiveFilter.Matches(expression, subject), matches);
            counts[matches ? 1 : 0]++;
        });
        Assert.All(counts, count => Assert.InRange(count, 1_000, 3_000));
    }

    [Fact]
    public void Every_value_of_every_closed_column_is_told_from_the_others()
    {
        foreach (var scenario in StandardMatrix.Build().Where((_, number) => number % 97 == 0))
        {
            foreach (var column in FilterVocabulary.ScenarioOnly.Columns.Where(column => !column.IsOpen))
            {
                var found = column.Values.Where(value => new InSetFilter(column, value).Matches(new(scenario)));
                Assert.Equal([ScenarioColumns.Text(scenario, column.Name)], found);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(1_000)]
    public void Of_a_list_of_any_length_every_value_is_found_and_no_other(int count)
    {
        var scenarios = Cases.One(Generators.Scenarios(2 * count, 2 * count), seed: 6);
        var list = new InSetFilter(Generators.Vocabulary.Column("id"), [.. scenarios.Take(count).Select(scenario => scenario.Id)]);
        Assert.Equal(scenarios.Take(count), scenarios.Where(scenario => list.Matches(new(scenario))));
    }

    [Fact]
    public void A_filter_that_names_the_contender_must_be_given_one()
    {
        var scenario = new FilterSubject(Subject.Scenario);
        foreach (var text in (string[])["kernel = v4.13", "strategy = v2", "fs = rw and kernel = v4.13"])
        {
            Assert.Throws<ArgumentException>(() => FilterExpression.Parse(text, Generators.Vocabulary).Matches(scenario));
        }

        Assert.True(FilterExpression.Parse("fs = ro", Generators.Vocabulary).Matches(scenario));
        Assert.True(FilterExpression.Parse("kernel = v4.13", Generators.Vocabulary).Matches(scenario with { Kernel = "v4.13" }));
    }

    [Fact]
    public void A_match_allocates_nothing()
    {
        var expression = FilterExpression.Parse(
            "(prior ~ *load* or prior = none) and (steps in (load, \"load store\") or id ~ dax* and not kernel = v6.1) and access in writes",
            Generators.Vocabulary);
        expression.Matches(Subject);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            expression.Matches(Subject);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
