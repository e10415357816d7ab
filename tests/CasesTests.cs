using Compare.Scenarios;
using CsCheck;

namespace Compare.Tests;

/// <summary>What the random tests rely on.</summary>
public sealed class CasesTests
{
    [Fact]
    public void The_same_seed_gives_the_same_cases_and_another_one_others()
    {
        var texts = Cases.Of(Generators.Scenario, seed: 1, count: 50).Select(ScenarioText.Print).ToArray();
        Assert.Equal(texts, Cases.Of(Generators.Scenario, seed: 1, count: 50).Select(ScenarioText.Print));
        Assert.NotEqual(texts, Cases.Of(Generators.Scenario, seed: 2, count: 50).Select(ScenarioText.Print));
        Assert.InRange(texts.Distinct().Count(), 45, 50);
    }

    [Fact]
    public void A_case_that_fails_is_told_with_its_seed_and_made_smaller()
    {
        var numbers = Gen.Int[0, 1_000].Array[1, 6];
        var message = Assert.Throws<CsCheckException>(() => Cases.Check(
            numbers, seed: 1, count: 1_000, items => Assert.True(items.Length < 3, "three"), items => $"<{items.Length}>")).Message;
        Assert.StartsWith("Set seed: \"", message, StringComparison.Ordinal);
        Assert.Contains("<3>", message, StringComparison.Ordinal);
        Assert.Contains("three", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shuffling_leaves_what_is_shuffled_as_it_was()
    {
        int[] items = [.. Enumerable.Range(0, 20)];
        Assert.NotEqual(items, Cases.One(Gen.Shuffle(items), seed: 1));
        Assert.Equal(Enumerable.Range(0, 20), items);
    }
}
