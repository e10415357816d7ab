using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Tests.Scenarios;

public sealed class WordSetsTests
{
    [Theory]
    [InlineData("readonly", "fs", "ro emergency nojournal_ro")]
    [InlineData("journalled", "fs", "rw ro emergency aborted shutdown frozen full")]
    [InlineData("failing", "fs", "aborted shutdown")]
    [InlineData("refusing", "fs", "ro emergency aborted shutdown nojournal_ro")]
    [InlineData("healthy", "fs", "rw nojournal full")]
    [InlineData("vm_shared", "mapping", "shared shared_ro")]
    [InlineData("cow", "mapping", "private private_ro")]
    [InlineData("writable", "mapping", "shared private")]
    [InlineData("allocated", "extent", "written unwritten frag")]
    [InlineData("blank", "extent", "unwritten hole")]
    [InlineData("reads", "access", "load other-load")]
    [InlineData("writes", "access", "store force copyin other-store")]
    [InlineData("usermode", "access", "load store other-load other-store")]
    [InlineData("gup", "access", "force mlock")]
    public void A_word_is_these_values_of_one_column(string word, string column, string values)
    {
        var set = Assert.Single(WordSets.All, set => set.Name == word);
        Assert.Equal((column, values), (set.Column, string.Join(' ', set.Values)));
    }

    [Fact]
    public void Every_word_is_listed_above_and_is_no_value_and_no_other_name()
    {
        Assert.Equal(14, WordSets.All.Length);
        var taken = FilterVocabulary.ScenarioOnly.Columns.SelectMany(column => column.Values.Append(column.Name))
            .Concat(["and", "or", "not", "in", "none", "kernel", "strategy"]);
        Assert.Empty(WordSets.All.Select(set => set.Name).Intersect(taken));
        Assert.Equal(WordSets.All.Length, WordSets.All.Select(set => set.Name).Distinct().Count());
    }

    [Fact]
    public void The_values_of_a_word_stand_in_the_order_of_their_column_and_no_two_words_mean_the_same()
    {
        foreach (var set in WordSets.All)
        {
            var column = FilterVocabulary.ScenarioOnly.Column(set.Column);
            Assert.Equal(column.Values.Where(value => set.Values.Contains(value)), set.Values);
            Assert.InRange(set.Values.Length, 2, column.Values.Length - 1);
            Assert.DoesNotContain('\n', set.Meaning);
        }

        Assert.Equal(
            WordSets.All.Length,
            WordSets.All.Select(set => $"{set.Column} {string.Join(' ', set.Values)}").Distinct().Count());
    }

    [Fact]
    public void Refusing_is_where_a_journal_start_fails()
        => Means("refusing", Axes.FileSystems, (profile, state) =>
        {
            var effects = Run(profile, new Original(), ScenarioText.Centre with { FileSystem = state }, new Step(Verb.Store));
            return effects is { JournalStarts: > 0, Result: StepResult.SigBus };
        });

    [Fact]
    public void Failing_and_late_read_only_states_are_refusing_and_may_have_a_shared_mapping()
    {
        foreach (var state in Axes.FileSystems.Values)
        {
            var word = Axes.FileSystems.Of(state);
            Assert.Equal(In("failing", word), In("refusing", word) && !In("readonly", word));
            Assert.True(!In("failing", word) || ScenarioRules.CanMap(state, MappingKind.Shared));
        }
    }

    [Fact]
    public void Healthy_is_where_a_store_to_a_block_that_is_there_succeeds()
        => Means("healthy", Axes.FileSystems, (profile, state)
            => ScenarioRules.CanMap(state, MappingKind.Shared)
                && Run(profile, new Zwisler(), Setup(MappingKind.Shared) with { FileSystem = state }, new Step(Verb.Store)).Result
                    == StepResult.Ok);

    [Fact]
    public void Vm_shared_is_what_the_handler_sees()
        => Means("vm_shared", Axes.Mappings, (profile, mapping) => Seen(profile, Setup(mapping), new Step(Verb.Load)).IsShared);

    [Fact]
    public void Cow_is_where_a_forced_write_leaves_a_private_copy()
        => Means("cow", Axes.Mappings, (profile, mapping)
            => Run(profile, new Zwisler(), Setup(mapping), new Step(Verb.Force)).Page == MappedPage.Anonymous);

    [Fact]
    public void Writable_is_where_a_store_is_permitted()
        => Means("writable", Axes.Mappings, (profile, mapping)
            => Run(profile, new Zwisler(), Setup(mapping), new Step(Verb.Store)).Result == StepResult.Ok);

    [Fact]
    public void Allocated_is_where_a_store_allocates_nothing()
        => Means("allocated", Axes.Extents, (profile, extents)
            => Run(profile, new Zwisler(), Setup(MappingKind.Shared) with { Extents = extents }, new Step(Verb.Store)).SectorsDelta == 0);

    [Fact]
    public void Blank_is_where_a_load_maps_zeros()
        => Means("blank", Axes.Extents, (profile, extents)
            => Run(profile, new Zwisler(), ScenarioText.Centre with { Extents = extents }, new Step(Verb.Load)).Page != MappedPage.Dax);

    [Fact]
    public void Reads_and_writes_are_the_accesses_whose_fault_is_known_by_name()
    {
        foreach (var verb in Axes.Verbs.Values.Where(verb => new Step(verb).IsAccess && verb != Verb.MemoryLock))
        {
            foreach (var profile in KernelProfiles.All)
            {
                var isWrite = Seen(profile, Setup(MappingKind.Shared), new Step(verb)).IsWrite;
                Assert.Equal(isWrite, In("writes", Axes.Verbs.Of(verb)));
                Assert.Equal(!isWrite, In("reads", Axes.Verbs.Of(verb)));
            }
        }

        var locked = KernelProfiles.All.Select(profile => new[] { MappingKind.Shared, MappingKind.Private }
            .Select(mapping => Seen(profile, Setup(mapping), new Step(Verb.MemoryLock)).IsWrite));
        Assert.All(locked, isWrite => Assert.Equal([false, true], isWrite));
    }

    [Fact]
    public void Usermode_is_where_a_failed_fault_is_a_signal()
        => Means("usermode", Axes.Verbs, (profile, verb) =>
        {
            var step = new Step(verb);
            var setup = Setup(MappingKind.Shared) with { Length = FileLength.Partial };
            return step.IsAccess && Run(profile, new Zwisler(), setup, step with { Place = Place.Beyond }).Result == StepResult.SigBus;
        });

    private static void Means<T>(string word, Words<T> words, Func<KernelProfile, T, bool> isMeant)
        where T : struct, Enum
    {
        foreach (var profile in KernelProfiles.All)
        {
            Assert.Equal(
                WordSets.All.Single(set => set.Name == word).Values,
                words.Values.Where(value => isMeant(profile, value)).Select(words.Of));
        }
    }

    private static bool In(string word, string value) => WordSets.All.Single(set => set.Name == word).Values.Contains(value);

    private static WorldSetup Setup(MappingKind mapping) => ScenarioText.Centre with { Mapping = mapping };

    private static Effects Run(KernelProfile profile, FaultHandler strategy, WorldSetup setup, Step step)
    {
        var effects = new Effects();
        new Kernel(profile, strategy).Run(Kernel.SetUp(setup), step, out _, effects);
        return effects;
    }

    /// <summary>The first fault that reaches the handler.</summary>
    private static Fault Seen(KernelProfile profile, WorldSetup setup, Step step)
    {
        var strategy = new Recording();
        Run(profile, strategy, setup, step);
        return Assert.NotNull(strategy.First);
    }

    private sealed class Recording : WritePredicate
    {
        public Fault? First { get; private set; }

        public override string Name => "recording";

        public override string Condition => "as zwisler";

        public override string Origin => "this test";

        public override WriteDecision Decide(in Fault fault)
        {
            First ??= fault;
            return fault.IsWrite && fault.IsShared;
        }
    }
}
