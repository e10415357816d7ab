namespace Compare.Tests.Cli;

public sealed class ListCommandTests
{
    [Fact]
    public void Strategies_are_listed_with_condition_origin_and_every_input()
    {
        var output = CommandLine.Done("list", "strategies");
        Assert.Equal(["original", "v2", "zwisler"], output.Split('\n').Where(line => line.Length > 0 && char.IsLetter(line[0])));
        Assert.Equal(3, Count("  condition: "));
        Assert.Equal(3, Count("  origin:    "));
        Assert.Equal(12, Count("| yes "));
        Assert.Equal(12, Count("| no "));

        int Count(string start) => output.Split('\n').Count(line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Fact]
    public void Kernels_are_listed_side_by_side_and_marked_where_never_observed()
    {
        var text = CommandLine.Done("list", "kernels");
        var lines = text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToArray();
        Assert.Equal(["", "policy", "v4.13", "v4.13+forced-cow (never observed)", "v6.1", "v6.12", ""], lines[0]);
        Assert.Contains(["", "FallbackSplit", "ByHandler", "ByHandler", "ByCore", "ByCore", ""], lines);
        Assert.Contains(["", "ForcedSharedWrite", "Refused", "Copies", "Refused", "Refused", ""], lines);
    }
}
