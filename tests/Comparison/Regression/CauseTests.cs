using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Tests.Comparison.Regression;

public sealed class CauseTests
{
    private static readonly RunRecord Old = new(
        "1.0.0", "t", "e", Names(("v4.13", "a"), ("v6.1", "b")), Names(("v2", "c"), ("zwisler", "d")), 10, "m", Names());

    private static readonly ChangedClass OfZwisler = new(
        DifferenceSeverity.NewFailure, "ok -> failure", DifferenceKind.Broken, 1, [], [], ["v6.1"], ["zwisler"], null, new([], null, "", "", []));

    [Fact]
    public void What_changed_and_could_matter_is_the_cause()
    {
        var edited = Old with { Strategies = Old.Strategies.SetItem("zwisler", "x") };
        Assert.Equal("strategy zwisler edited", Cause(edited));
        Assert.Equal("engine changed", Cause(Old with { Engine = "x" }));
        Assert.Equal("strategy zwisler edited or engine changed", Cause(edited with { Engine = "x" }));
        Assert.Equal("profile v6.1 changed", Cause(Old with { Kernels = Old.Kernels.SetItem("v6.1", "x") }));
        Assert.Equal("tool changed", Cause(Old with { Tool = "x" }));
        Assert.Equal("tool changed (1.0.0 -> 1.1.0)", Cause(Old with { Version = "1.1.0" }));
    }

    [Fact]
    public void What_changed_elsewhere_is_no_cause()
    {
        const string Unknown = "unknown: the two run.json tell of no change that could be it";
        Assert.Equal(Unknown, Cause(Old));
        Assert.Equal(Unknown, Cause(Old with { Strategies = Old.Strategies.SetItem("v2", "x") }));
        Assert.Equal(Unknown, Cause(Old with { Kernels = Old.Kernels.SetItem("v4.13", "x") }));
        Assert.Equal(Unknown, Cause(Old with { Matrix = "x" }));
    }

    [Fact]
    public void A_strategy_that_was_not_edited_is_not_explained_by_one_that_was()
        => Assert.Equal(
            "strategy zwisler edited; of v2 unknown",
            new ChangeCauses(Old, Old with { Strategies = Old.Strategies.SetItem("zwisler", "x") }).Of(OfZwisler with { Strategies = ["v2", "zwisler"] }));

    [Fact]
    public void Rows_that_come_and_go_are_explained_by_the_matrix()
    {
        Assert.Equal("scenarios changed", new ChangeCauses(Old, Old with { Matrix = "x" }).OfScenarios());
        Assert.StartsWith("unknown", new ChangeCauses(Old, Old).OfScenarios(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_record_the_cause_is_unknown()
    {
        Assert.Equal("unknown: no run.json beside the old table tells of it", new ChangeCauses(null, Old).Of(OfZwisler));
        Assert.Equal("unknown: no run.json beside the new table tells of it", new ChangeCauses(Old, null).Of(OfZwisler));
        Assert.Equal("unknown: no run.json beside the tables tells of them", new ChangeCauses(null, null).OfScenarios());
    }

    private static string Cause(RunRecord now) => new ChangeCauses(Old, now).Of(OfZwisler);

    private static ImmutableSortedDictionary<string, string> Names(params (string Name, string Hash)[] items)
        => items.ToImmutableSortedDictionary(item => item.Name, item => item.Hash, StringComparer.Ordinal);
}
