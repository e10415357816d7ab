using System.Text.RegularExpressions;

namespace Compare.Tests.Strategies;

public sealed partial class ShippedStrategyTests
{
    [Fact]
    public void Names_are_short_unique_and_safe_in_a_shell()
    {
        Assert.Equal(["original", "v2", "zwisler"], Shipped.All.Select(strategy => strategy.Name));
        Assert.All(Shipped.All, strategy => Assert.Matches(SafeName(), strategy.Name));
    }

    [Fact]
    public void Each_says_in_one_line_what_it_does_and_where_it_comes_from()
    {
        Assert.All(Shipped.All, strategy => Assert.DoesNotContain('\n', strategy.Condition + strategy.Origin));
        Assert.Equal(3, Shipped.All.Select(strategy => strategy.Condition).Distinct().Count());
        Assert.Equal(3, Shipped.All.Select(strategy => strategy.Origin).Distinct().Count());
        Assert.All(Shipped.All, strategy => Assert.True(strategy.Condition.Length > 0 && strategy.Origin.Length > 0));
    }

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex SafeName();
}
