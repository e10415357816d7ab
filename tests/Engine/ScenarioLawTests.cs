using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>Laws about whole scenarios, and about what strategies do to the same one.</summary>
public sealed class ScenarioLawTests
{
    private const int SectorsOfFile = 8 * 1024;
    private const int SectorsOfLeaf = 8;

    [Fact]
    public void Without_DAX_all_strategies_agree_in_every_measure()
        => ForEach(61, [Original, V2, Zwisler, Examples.Never, Examples.V2NoSplit], (scenario, cells) =>
            scenario.Setup.Mount == Mount.Dax ? null : cells.All(other => other.SequenceEqual(cells[0])));

    [Fact]
    public void V2_and_zwisler_agree_in_every_result_time_and_block()
        => ForEach(62, [V2, Zwisler], (_, cells) => Same(cells, Measure.Result, Measure.MtimeChanged, Measure.BlocksDelta));

    [Fact]
    public void V2_and_zwisler_agree_in_every_page_unless_the_process_forks()
        => ForEach(68, [V2, Zwisler], (scenario, cells) =>
            scenario.Steps.Contains(new Step(Verb.Fork)) ? null : Same(cells, Measure.Page));

    [Fact]
    public void On_v61_they_leave_a_child_other_tables_where_a_private_store_fails_at_PMD_size()
    {
        // zwisler's fault ends beyond the end of the file at PMD size, v2's in do_cow_fault, which has set the anon_vma.
        const string Scenario = "size=partial steps=load store@far fork load";
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE", Run(Scenario, V61, Zwisler).LastCalls);
        Assert.Equal("", Run(Scenario, V61, V2).LastCalls);
        Assert.Equal(Run(Scenario, V413, Zwisler).LastCalls, Run(Scenario, V413, V2).LastCalls);
    }

    [Fact]
    public void Where_the_fix_fails_original_fails_too()
        => ForEach(63, [Original, Zwisler], (scenario, cells) =>
        {
            var original = cells[0][(int)Measure.Result].Split('|');
            var zwisler = cells[1][(int)Measure.Result].Split('|');
            return scenario.Setup.FileSystem == FileSystemState.Full && scenario.Steps.Any(step => step.Verb is Verb.OtherLoad or Verb.OtherStore)
                ? null
                : original.Zip(zwisler).All(pair => pair.Second == "ok" || pair.First != "ok");
        });

    [Fact]
    public void From_the_same_world_original_starts_the_journal_at_least_as_often_as_zwisler_and_zwisler_as_v2()
    {
        var effects = new Effects();
        Law.Holds(64, [Zwisler], step =>
        {
            new Kernel(step.Kernel.Profile, Original).Run(step.Before, step.Step, out _, effects);
            var original = effects.JournalStarts;
            new Kernel(step.Kernel.Profile, V2).Run(step.Before, step.Step, out _, effects);
            return original >= step.Effects.JournalStarts && step.Effects.JournalStarts >= effects.JournalStarts;
        });
    }

    [Fact]
    public void On_shared_mappings_zwisler_is_original()
        => ForEach(65, [Original, Zwisler], (scenario, cells) =>
            scenario.Setup.Mapping is MappingKind.Shared or MappingKind.SharedReadOnly ? cells[0].SequenceEqual(cells[1]) : null);

    [Fact]
    public void Allocated_sectors_stay_between_none_and_the_whole_file_with_a_leaf()
        => ForEach(66, [Zwisler, Examples.Never], (scenario, cells) => cells.All(cell =>
        {
            var total = scenario.Setup.Extents switch
            {
                ExtentLayout.Hole => 0,
                ExtentLayout.Fragmented => SectorsOfFile - 8,
                _ => SectorsOfFile,
            };
            return Deltas(cell).All(delta => (total += delta) is >= 0 and <= SectorsOfFile + SectorsOfLeaf);
        }));

    [Fact]
    public void A_full_file_system_gives_no_more_than_was_freed_and_a_leaf_from_the_reserve()
        => ForEach(67, [Zwisler, Examples.Never], (scenario, cells) => scenario.Setup.FileSystem != FileSystemState.Full
            ? null
            : cells.All(cell =>
            {
                var total = 0;
                return Deltas(cell).All(delta => (total += delta) <= SectorsOfLeaf);
            }));

    private static bool Same(string[][] cells, params Measure[] measures)
        => measures.All(measure => cells[0][(int)measure] == cells[1][(int)measure]);

    private static IEnumerable<int> Deltas(string[] cells)
        => cells[(int)Measure.BlocksDelta].Split('|').Select(value => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    private static void ForEach(int seed, FaultHandler[] strategies, Func<Scenario, string[][], bool?> judge)
    {
        var spoken = 0;
        var runners = Kernels.Observed
            .Select(profile => strategies.Select(strategy => new ScenarioRunner(new Contender(profile, strategy))).ToArray())
            .ToArray();
        Law.ForEachScenario(seed, scenario =>
        {
            foreach (var ofKernel in runners)
            {
                var cells = Array.ConvertAll(ofKernel, runner => Cells(runner.Run(scenario)));
                var verdict = judge(scenario, cells);
                spoken += verdict is null ? 0 : 1;
                if (verdict == false)
                {
                    Assert.Fail(Show(ofKernel, cells));
                }
            }
        });
        Assert.True(spoken >= 100, $"the law spoke only {spoken} times");
    }

    private static string[] Cells(Outcome outcome) => Array.ConvertAll(Enum.GetValues<Measure>(), outcome.Text);

    private static string Show(ScenarioRunner[] runners, string[][] cells) => string.Join('\n', runners.Zip(cells, (runner, cell) =>
        $"{runner.Contender}: {string.Join("  ", cell)}"));
}
