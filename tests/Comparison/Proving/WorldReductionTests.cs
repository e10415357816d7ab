using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>
/// What a search leaves out of a world. Over every world of a complete graph and every step: the world without it does the same, and what comes after
/// both is the same without it. That is a bisimulation, so that no sequence of steps tells the two apart.
/// </summary>
public sealed class WorldReductionTests
{
    private static readonly FaultHandler[] Strategies = [Simulation.V2, Simulation.Zwisler];
    private static readonly ImmutableArray<Step> Many = ProofQuestion.StepsOf(Axes.Verbs.Values.Where(verb => verb <= Verb.PopulatePud));
    private static readonly ImmutableArray<Step> Few = [new(Verb.Store), new(Verb.Store, Place.Far), new(Verb.OtherLoad), new(Verb.Fork), new(Verb.Fsync), new(Verb.Truncate), new(Verb.DontNeed), new(Verb.Punch)];

    [Theory]
    [OnEveryKernel]
    public void Time_and_ancestors_change_nothing_but_a_counter(string kernel) => IsBisimulation(kernel, "mapping=shared", Few, static world => world.Without(keepsSplits: false));

    [Theory]
    [OnEveryKernel]
    public void The_parents_mappings_change_nothing_but_a_counter_where_nobody_goes_back(string kernel)
    {
        IsBisimulation(kernel, "mapping=shared", Few, static world => world.WithoutParent());
        IsBisimulation(kernel, "fs=frozen", Few, static world => world.WithoutParent());
        IsBisimulation(kernel, "fs=frozen geometry=small mapping=shared_ro", Many, static world => world.WithoutParent());
    }

    [Theory]
    [OnEveryKernel]
    public void A_writer_changes_nothing_but_remount_ro(string kernel)
    {
        var strategies = Shipped.All.Select(strategy => new Kernel(Kernels.Named(kernel), strategy)).ToArray();
        var effects = (With: new Effects(), Without: new Effects());
        Law.ForEachScenario(seed: 142, scenario =>
        {
            foreach (var strategy in strategies)
            {
                var setup = scenario.Setup;
                var world = Kernel.SetUp(in setup, needsWriter: true);
                foreach (var step in scenario.Steps)
                {
                    if (step.Verb == Verb.RemountReadOnly && setup.Mapping is not (MappingKind.Shared or MappingKind.SharedReadOnly))
                    {
                        break;
                    }

                    var without = world.WithoutWriter();
                    strategy.Run(in world, step, out world, effects.With);
                    strategy.Run(in without, step, out without, effects.Without);
                    Assert.True(Same(effects.With, effects.Without, andSplits: true) && world.WithoutWriter() == without, ScenarioText.Print(scenario));
                    if (effects.With.Result.EndsRun())
                    {
                        break;
                    }
                }
            }
        });
    }

    private static void IsBisimulation(string kernel, string start, ImmutableArray<Step> steps, Func<World, World> reduce)
    {
        foreach (var strategy in Strategies)
        {
            var runner = new Kernel(Kernels.Named(kernel), strategy);
            var setup = ScenarioText.Parse(start + " steps=load").Setup;
            var group = ProofGroup.All(other => other with { Extents = setup.Extents, Length = setup.Length } == setup).Single();
            var known = new HashSet<World>();
            var todo = new Queue<World>();
            var reduced = 0;
            foreach (var begin in group.Starts)
            {
                Reach(Kernel.SetUp(in begin, needsWriter: true));
            }

            var (of, ofReduced) = (new Effects(), new Effects());
            while (todo.TryDequeue(out var world))
            {
                var without = reduce(world);
                reduced += without == world ? 0 : 1;
                foreach (var step in steps)
                {
                    runner.Run(in world, step, out var after, of);
                    runner.Run(in without, step, out var afterWithout, ofReduced);
                    var same = Same(of, ofReduced, andSplits: false) && (of.Result.EndsRun() || Reduced(after) == Reduced(afterWithout));
                    Assert.True(same, $"{kernel} {strategy.Name} {start}: {StepText.Print(step)}");
                    if (!of.Result.EndsRun())
                    {
                        Reach(after);
                    }
                }
            }

            Assert.True(reduced > 300, $"only {reduced} worlds were reduced");

            // Counted forks have no end; a world but for these is run as it came first, its counts with it.
            void Reach(World world)
            {
                if (known.Add(world.Without(keepsSplits: false)))
                {
                    todo.Enqueue(world);
                }
            }

            World Reduced(World world) => reduce(world.Without(keepsSplits: false));
        }
    }

    private static bool Same(Effects left, Effects right, bool andSplits) => left.Result == right.Result
        && left.Page == right.Page
        && left.TimeChanged == right.TimeChanged
        && left.SectorsDelta == right.SectorsDelta
        && left.JournalStarts == right.JournalStarts
        && left.LookupStarts == right.LookupStarts
        && left.FaultFallbacks == right.FaultFallbacks
        && (!andSplits || left.PmdSplits == right.PmdSplits)
        && left.Calls.SequenceEqual(right.Calls);
}
