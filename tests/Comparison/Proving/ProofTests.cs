using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>Every sequence of steps, against running sequences one by one.</summary>
public sealed class ProofTests
{
    private static readonly ProofLimits Short = new(Depth: 4, Bytes: 1L << 30);

    [Theory]
    [InlineData("v6.1")]
    [InlineData("v6.12")]
    public void Four_steps_tell_v2_from_zwisler_as_they_did_on_a_real_kernel_and_no_three_do(string kernel)
    {
        var proof = Prove(kernel, Simulation.V2, Simulation.Zwisler, ProofQuestion.AllSteps, Short, setup => setup.FileSystem == FileSystemState.Writable);
        var difference = Assert.Single(proof.Differences);
        Assert.Equal("size=partial steps=load store@far fork fsync", ScenarioText.PrintShort(difference.Smallest));
        Assert.Equal(3, difference.Step);
        Assert.Equal((MappedPage.Dax, MappedPage.Absent), (difference.Left.Page, difference.Right.Page));
        Assert.Equal(3, proof.Depth);
    }

    [Fact]
    public void On_v4_13_no_four_steps_do()
    {
        var proof = Prove("v4.13", Simulation.V2, Simulation.Zwisler, ProofQuestion.AllSteps, Short, setup => setup.FileSystem == FileSystemState.Writable);
        Assert.Equal(ProofStatus.Open, proof.Status);
        Assert.Equal(4, proof.Depth);
    }

    [Theory]
    [OnEveryKernel]
    public void One_store_tells_original_from_zwisler(string kernel)
        => Assert.Equal("steps=store", ScenarioText.PrintShort(Assert.Single(Prove(kernel, Simulation.Original, Simulation.Zwisler, ProofQuestion.AllSteps, Short, _ => true).Differences).Smallest));

    [Theory]
    [OnEveryKernel]
    public void A_predicate_and_the_same_in_C_are_proved_equal(string kernel)
    {
        var file = CSources.Handler(CSources.Zwisler);
        var proof = Prove(kernel, Simulation.Zwisler, file, Few(Verb.Load, Verb.Store, Verb.Fsync, Verb.Fork), Short with { Depth = int.MaxValue }, setup => setup.FileSystem == FileSystemState.Frozen);
        Assert.Equal(ProofStatus.Proved, proof.Status);
        Assert.All(proof.Groups, group => Assert.True(group.Pairs >= group.Worlds));
    }

    [Fact]
    public void What_is_found_does_not_depend_on_the_number_of_threads()
    {
        var (one, two) = (Run(1), Run(2));
        Assert.Equal(one.Differences.Select(difference => difference.Smallest), two.Differences.Select(difference => difference.Smallest));
        Assert.Equal(one.Groups.Select(group => (group.Status, group.Pairs, group.Depth)), two.Groups.Select(group => (group.Status, group.Pairs, group.Depth)));

        static SequenceProof Run(int jobs) => SequenceProof.Of(
            Question("v6.1", Simulation.V2, Simulation.Zwisler, Few(Verb.Load, Verb.Store, Verb.Force, Verb.Fsync, Verb.Fork)), ProofGroup.All(_ => true), Short, searchesAll: false, jobs, _ => { }, default);
    }

    [Fact]
    public void Without_DAX_the_handler_is_never_called()
    {
        var handler = new FailingHandler(HandlerFailure.Oops);
        foreach (var runner in Kernels.Observed.Select(profile => new ScenarioRunner(new Contender(profile, handler))))
        {
            Law.ForEachScenario(seed: 141, scenario => runner.Run(new Scenario(scenario.Id, scenario.Setup with { Mount = Mount.NoDax }, scenario.Steps)));
        }

        Assert.Equal(0, handler.Calls);
    }

    /// <summary>Random predicates and steps: the length of the shortest difference is that of trying every sequence, with the ordinary runner.</summary>
    [Theory]
    [OnEveryKernel]
    public void The_shortest_difference_is_that_of_trying_every_sequence(string kernel)
    {
        var random = new Random(14);
        var groups = ProofGroup.All(setup => setup.Mount == Mount.Dax);
        var lengths = new HashSet<int>();
        for (var i = 0; i < 150; i++)
        {
            var group = groups[random.Next(groups.Length)];
            var left = TablePredicate.Of(Shipped.All[random.Next(3)])!;
            var cells = left.Cells.ToArray();
            cells[random.Next(cells.Length)] = (byte)random.Next(TablePredicate.Answers.Length);
            var verbs = random.GetItems((Verb[])[Verb.Fork, Verb.ExitChild, Verb.RemountReadOnly, Verb.OtherLoad, Verb.OtherStore, Verb.Freeze, Verb.Thaw], 3);
            ImmutableArray<Step> steps = [.. random.GetItems(ProofQuestion.AllSteps.AsSpan(), 3).Concat(verbs.Select(verb => new Step(verb))).Distinct()];
            var question = new ProofQuestion(
                new Contender(Kernels.Named(kernel), left), new Contender(Kernels.Named(kernel), new TablePredicate("other", [.. cells])), ProofQuestion.OfPrograms, steps);
            var found = new GroupSearch(group, question, _ => { }).Run(new ProofLimits(3, 1L << 30), () => false);
            var tried = Shortest(group, question, most: 3);
            Assert.Equal(tried, found.Witness is { Steps.Length: <= 3 and var length } ? length : 0);
            lengths.Add(tried);
        }

        Assert.True(lengths.Count >= 3, $"only differences of {string.Join(", ", lengths)} steps were met");
    }

    private static int Shortest(ProofGroup group, ProofQuestion question, int most)
    {
        var (left, right) = (new ScenarioRunner(question.Left), new ScenarioRunner(question.Right));
        IEnumerable<ImmutableArray<Step>> sequences = [[]];
        for (var length = 1; length <= most; length++)
        {
            sequences = [.. from sequence in sequences from step in question.Steps select sequence.Add(step)];
            foreach (var steps in sequences)
            {
                foreach (var setup in group.Starts)
                {
                    if (ScenarioRules.Check(setup, steps) is null && Differs(new ProofWitness(setup, steps).ToScenario()))
                    {
                        return length;
                    }
                }
            }
        }

        return 0;

        bool Differs(Scenario scenario)
        {
            var (one, other) = (left.Run(scenario), right.Run(scenario));
            return one.Steps.Zip(other.Steps).Any(step => question.Measures.Any(measure => !step.First.Agrees(step.Second, measure)));
        }
    }

    private static ImmutableArray<Step> Few(params Verb[] verbs) => ProofQuestion.StepsOf(verbs);

    private static ProofQuestion Question(string kernel, FaultHandler left, FaultHandler right, ImmutableArray<Step> steps)
        => new(new Contender(Kernels.Named(kernel), left), new Contender(Kernels.Named(kernel), right), ProofQuestion.OfPrograms, steps);

    private static SequenceProof Prove(string kernel, FaultHandler left, FaultHandler right, ImmutableArray<Step> steps, ProofLimits limits, Func<WorldSetup, bool> isIn)
        => SequenceProof.Of(Question(kernel, left, right, steps), ProofGroup.All(isIn), limits, searchesAll: false, jobs: 2, _ => { }, default);
}
