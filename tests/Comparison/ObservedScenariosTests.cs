using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>What is said to be observed was: in the standard matrix, or in a table that somebody names.</summary>
public sealed class ObservedScenariosTests : IDisposable
{
    private static readonly Contender Zwisler = new(KernelProfiles.V61, Simulation.Zwisler);
    private static readonly Contender Original = new(KernelProfiles.V61, Simulation.Original);
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_standard_matrix_is_observed_for_those_of_whom_it_was_recorded_whatever_the_id_and_nothing_else()
    {
        var observed = new ObservedScenarios([Zwisler], []);
        Scenario[] scenarios = [ScenarioText.Parse("steps=load store"), ScenarioText.Parse("steps=load load load"), ScenarioText.Parse("fs=ro steps=copyin")];
        var outcomes = Run(scenarios);
        Assert.Equal(new ObservedShare(2, 0, 3), observed.ShareOf(outcomes, [true, true, true], Zwisler));
        Assert.Equal(new ObservedShare(1, 0, 1), observed.ShareOf(outcomes, [true, false, false], Zwisler));
        Assert.Equal(new ObservedShare(0, 0, 3), observed.ShareOf(outcomes, [true, true, true], Zwisler, Original));
    }

    [Fact]
    public void A_row_of_a_table_counts_and_one_that_says_something_else_is_told()
    {
        var scenario = ScenarioText.Parse("steps=load load load");
        var row = ObservedRows.Of("v6.1-zwisler.csv").First(item => item.Scenario.Steps.Length > 2);
        Assert.Equal(new ObservedShare(1, 0, 1), Share(row.Scenario, scenario => scenario));
        Assert.Equal(new ObservedShare(0, 0, 1), Share(scenario, _ => row.Scenario));
        var wrong = OutcomeTable.Read(_directory.Write("wrong.csv", """
            id,kernel,strategy,mount,fs,mapping,geometry,extent,size,thp,steps,result,page,handler,journal_starts,iomap_starts,thp_fault_fallback,thp_split_pmd,mtime_changed,blocks_delta
            a,v6.1,zwisler,dax,rw,private,aligned,written,full,huge,load,ok,dax,PTE:NOPAGE,0,0,0,0,0,0

            """));
        Assert.Equal(
            new ObservedShare(1, 1, 1),
            new ObservedScenarios([], [wrong]).ShareOf(Run([ScenarioText.Parse("steps=load")]), [true], Zwisler));

        ObservedShare Share(Scenario ran, Func<Scenario, Scenario> seen)
        {
            var tables = RepositoryRoot.Observations.Where(path => Path.GetFileName(path) == "v6.1-zwisler.csv").Select(path => OutcomeTable.Read(path)).ToArray();
            return new ObservedScenarios([], tables).ShareOf(Run([ran]), [true], Zwisler);
        }
    }

    [Fact]
    public void A_time_that_was_not_told_contradicts_nothing()
    {
        var row = ObservedRows.Of("v6.1-zwisler.csv").First(item => item.Values(Measure.MtimeChanged).Contains("?"));
        var tables = RepositoryRoot.Observations.Where(path => Path.GetFileName(path) == "v6.1-zwisler.csv").Select(path => OutcomeTable.Read(path));
        Assert.Equal(new ObservedShare(1, 0, 1), new ObservedScenarios([], tables).ShareOf(Run([row.Scenario]), [true], Zwisler));
    }

    private static OutcomeSet Run(IEnumerable<Scenario> scenarios)
        => new MatrixRun([Zwisler, Original], jobs: 1).Run([.. scenarios.Select((scenario, i) => new Scenario($"s{i}", scenario.Setup, scenario.Steps))]);
}
