using System.Collections.Immutable;
using System.Security.Cryptography;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Tests;

/// <summary>When a decision counts: on exactly the evidence that it was made on.</summary>
public sealed class StandingTests
{
    private static readonly ObservedScenarios NothingObserved = new([], []);

    private static readonly ImmutableArray<Scenario> Scenarios =
    [
        ScenarioOf("a", "fs=ro steps=store"),
        ScenarioOf("b", "fs=ro steps=load"),
        ScenarioOf("c", "mapping=shared steps=store"),
    ];

    [Fact]
    public void What_was_accepted_stays_accepted_when_nothing_changed()
        => Assert.All(Judge(new Zwisler(), Accepted(new Zwisler())).Items, item => Assert.Equal(ItemState.Accepted, item.State));

    [Fact]
    public void One_changed_cell_makes_the_decision_about_its_class_void_and_no_other()
    {
        var ledger = Accepted(new Zwisler());
        var standing = Judge(new CountsOnceMore(), ledger);
        var changed = Assert.Single(standing.Items, item => item.State == ItemState.Void);
        Assert.Equal("v6.1 original -> v6.1 zwisler", changed.Item.Subject);
        Assert.Equal(1, changed.Item.Scenarios);
        Assert.All(standing.Items.Except([changed]), item => Assert.Equal(ItemState.Accepted, item.State));
    }

    [Fact]
    public void What_nothing_matches_any_more_is_orphaned()
    {
        var standing = Judge(new Original("zwisler"), Accepted(new Zwisler()));
        Assert.NotEmpty(standing.Orphaned);
        Assert.Empty(standing.NotCovered);
        Assert.All(standing.Orphaned, entry => Assert.StartsWith("d-", entry.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_about_a_contender_that_ran_only_a_part_is_not_orphaned()
    {
        var strategy = new Original("zwisler");
        var standing = Standing.Of(Items(strategy, Scenarios), Accepted(new Zwisler()), "ledger.csv", Contenders(strategy, null)[..1]);
        Assert.Empty(standing.Orphaned);
        Assert.NotEmpty(standing.NotCovered);
    }

    [Fact]
    public void What_is_the_same_is_read_together_whatever_it_is_called()
    {
        var items = Judge(new Zwisler(), []).Items;
        var other = items.Select(item => item with { Item = item.Item with { Place = "v4.13", Title = "other words" } });
        Assert.All(ItemGroup.Of(items.Concat(other)), group => Assert.Equal(2, group.Members.Length));
    }

    [Fact]
    public void What_is_about_a_kernel_that_did_not_run_is_neither_orphaned_nor_counted()
    {
        var other = Judge(new Zwisler(), Accepted(new Zwisler(), KernelProfiles.V413));
        Assert.Empty(other.Orphaned);
        Assert.NotEmpty(other.NotCovered);
        Assert.All(other.Items, item => Assert.Equal(ItemState.Open, item.State));
    }

    [Fact]
    public void As_many_scenarios_as_the_evidence_has_are_written_in_the_row()
    {
        var ledger = Accepted(new Zwisler());
        var edited = ledger.SetItem(1, ledger[1] with { Scenarios = ledger[1].Scenarios + 1, Line = 3 });
        Assert.Equal(
            $"ledger.csv:3: column 'scenarios': found '{edited[1].Scenarios}', expected {ledger[1].Scenarios}, the number of the evidence in this row",
            Assert.Throws<InputException>(() => Judge(new Zwisler(), edited)).Message);

        // Of other evidence nobody knows the number, and the decision is void.
        var other = ledger.SetItem(1, edited[1] with { Evidence = new string('0', 32) });
        Assert.Single(Judge(new Zwisler(), other).Items, item => item.State == ItemState.Void);
    }

    [Fact]
    public void A_rejection_keeps_it_open()
    {
        var ledger = Accepted(new Zwisler()).Select(row => row with { IsAccepted = false }).ToImmutableArray();
        var standing = Judge(new Zwisler(), ledger);
        Assert.All(standing.Items, item => Assert.Equal((ItemState.Rejected, item.Item.NeedsDecision), (item.State, item.IsOpen)));
        Assert.NotEmpty(standing.OpenFrom(DifferenceSeverity.Bookkeeping));
    }

    [Fact]
    public void Only_what_is_at_least_as_bad_counts()
    {
        var standing = Judge(new Zwisler(), []);
        Assert.Equal(
            standing.Items.Count(item => item.Item.Severity <= DifferenceSeverity.NewFailure),
            standing.OpenFrom(DifferenceSeverity.NewFailure).Length);
        Assert.NotEqual(standing.Items.Length, standing.OpenFrom(DifferenceSeverity.NewFailure).Length);
    }

    [Fact]
    public void Ids_are_the_same_whatever_the_scenarios_and_different_for_everything_else()
    {
        var few = Items(new Zwisler(), Scenarios[..1]);
        var all = Items(new Zwisler(), Scenarios);
        Assert.Subset(all.Select(item => item.Id).ToHashSet(), few.Select(item => item.Id).ToHashSet());
        Assert.Distinct(all.Select(item => item.Id));
        Assert.All(all, item => Assert.True(SignOffItem.IsId(item.Id)));
    }

    [Fact]
    public void Other_words_and_another_way_to_say_the_condition_void_nothing()
    {
        var ledger = Accepted(new Zwisler());
        var outcomes = new MatrixRun(Contenders(new Zwisler(), null), 1).Run(Scenarios);
        var explainer = new PairExplainer(outcomes, [], 1);
        var findings = Finding.Of(outcomes, explainer.Finder, 1)
            .Select(finding => finding with { Rule = finding.Rule with { Text = "other words" }, Set = SaidByIds(finding.Set) });
        var pairs = explainer.Explain([(0, 1)])
            .Select(pair => pair with { Classes = [.. pair.Classes.Select(item => item with { Title = "other words", Set = SaidByIds(item.Set) })] });
        var standing = Standing.Of(SignOffItem.Of(findings, pairs, NothingObserved), ledger, "ledger.csv", outcomes.Contenders);
        Assert.Equal(ledger.Length, standing.Items.Length);
        Assert.All(standing.Items, item => Assert.Equal(ItemState.Accepted, item.State));
        Assert.All(standing.Items, item => Assert.Contains("other words", item.Item.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_change_has_a_code_of_its_own_that_no_title_is_part_of()
    {
        var changes = (
            from kind in Enum.GetValues<ChangeKind>()
            from severity in Enum.GetValues<DifferenceSeverity>()
            from direction in (DifferenceKind[])[DifferenceKind.Broken, DifferenceKind.Fixed, DifferenceKind.Other]
            from isEarlier in (bool[])[false, true]
            from time in (int[])[-1, 0, 1]
            from ends in (from a in Enum.GetValues<ResultKind>() from b in Enum.GetValues<ResultKind>() select (a, b))
            select (kind, severity, direction, isEarlier, time, ends)).Select(item => item.kind switch
            {
                ChangeKind.Rules => new OutcomeChange(
                    item.time > 0 ? DifferenceSeverity.DataAtRisk : DifferenceSeverity.Repaired, item.kind, item.direction, Rules: 5),
                ChangeKind.Result => new(item.severity, item.kind, item.direction, item.isEarlier, item.ends.a, item.ends.b),
                ChangeKind.JournalStarts or ChangeKind.LookupStarts => new(
                    item.severity == DifferenceSeverity.Hang ? DifferenceSeverity.MoreJournalStarts : DifferenceSeverity.FewerJournalStarts,
                    item.kind, IsEarlier: item.isEarlier, Time: item.time),
                ChangeKind.Time => new OutcomeChange(DifferenceSeverity.Bookkeeping, item.kind, IsEarlier: item.isEarlier, Time: item.time == 0 ? 1 : item.time),
                _ => new(DifferenceSeverity.Bookkeeping, item.kind, IsEarlier: item.isEarlier),
            });
        var distinct = changes.DistinctBy(change => change with { Severity = Coarse(change) }).ToArray();
        Assert.Distinct(distinct.Select(change => change.Code));
        Assert.All(distinct, change => Assert.Matches("^[a-z_>+ -]+$", change.Code));

        static DifferenceSeverity Coarse(OutcomeChange change) => change.Kind == ChangeKind.Result ? default : change.Severity;
    }

    [Fact]
    public void Texts_that_only_join_to_the_same_are_other_evidence()
    {
        Assert.NotEqual(EvidenceHash.Of("ab", "c"), EvidenceHash.Of("a", "bc"));
        Assert.NotEqual(EvidenceHash.Of("a"), EvidenceHash.Of("a", ""));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("a\nb\n\n"u8))[..32], EvidenceHash.Of("a", "b"));
    }

    [Fact]
    public void Evidence_is_the_scenarios_that_count_and_no_other()
    {
        var outcomes = new MatrixRun(Contenders(new Zwisler(), null), 1).Run(Scenarios);
        var others = new MatrixRun(Contenders(new Zwisler(), null), 1).Run([Scenarios[0], ScenarioOf("b", "steps=punch"), Scenarios[2]]);
        Assert.Equal(Evidence(outcomes, [true, false, true]), Evidence(others, [true, false, true]));
        Assert.NotEqual(Evidence(outcomes, [true, true, true]), Evidence(others, [true, true, true]));
        Assert.NotEqual(Evidence(outcomes, [true, false, true]), Evidence(outcomes, [true, true, true]));

        static string Evidence(OutcomeSet outcomes, bool[] isIn) => EvidenceHash.Of(outcomes, isIn, [.. outcomes.Contenders]);
    }

    private static ImmutableArray<LedgerRow> Accepted(FaultHandler strategy, KernelProfile? kernel = null) =>
    [
        .. Items(strategy, Scenarios, kernel).Select(item => new LedgerRow(
            item.Id, IsAccepted: true, "a reviewer", new DateOnly(2017, 8, 23), "right", item.Subject, item.Change, item.Scenarios, item.Evidence)),
    ];

    private static Standing Judge(FaultHandler strategy, ImmutableArray<LedgerRow> ledger)
        => Standing.Of(Items(strategy, Scenarios), ledger, "ledger.csv", Contenders(strategy, null));

    private static ImmutableArray<Contender> Contenders(FaultHandler strategy, KernelProfile? kernel)
        => Contender.Product([kernel ?? KernelProfiles.V61], [new Compare.Strategies.Original(), strategy]);

    private static ImmutableArray<SignOffItem> Items(FaultHandler strategy, ImmutableArray<Scenario> scenarios, KernelProfile? kernel = null)
    {
        var outcomes = new MatrixRun(Contenders(strategy, kernel), 1).Run(scenarios);
        var explainer = new PairExplainer(outcomes, [], 1);
        return SignOffItem.Of(Finding.Of(outcomes, explainer.Finder, 1), explainer.Explain([(0, 1)]), NothingObserved);
    }

    /// <summary>The same scenarios, found by another condition.</summary>
    private static ConditionedSet SaidByIds(ConditionedSet set)
    {
        var ids = new InSetFilter(FilterVocabulary.ScenarioOnly.Column("id"), [.. Scenarios.Where((_, i) => set.IsIn[i]).Select(scenario => scenario.Id)]);
        return new ConditionedSet(set.IsIn, new Condition([ids], 1, CoverProof.Irredundant));
    }

    private static Scenario ScenarioOf(string id, string text)
    {
        var scenario = ScenarioText.Parse(text);
        return new Scenario(id, scenario.Setup, scenario.Steps);
    }

    /// <summary>The original predicate under another name.</summary>
    private sealed class Original(string name) : WritePredicate
    {
        public override string Name => name;

        public override string Condition => "the fault is a write";

        public override string Origin => "a test";

        public override WriteDecision Decide(in Fault fault) => fault.IsWrite;
    }

    /// <summary>Zwisler's, with one counter more where a private mapping is written.</summary>
    private sealed class CountsOnceMore : FaultHandler
    {
        private readonly Zwisler _rest = new();

        public override string Name => "zwisler";

        public override string Condition => _rest.Condition;

        public override string Origin => "a test";

        public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
        {
            if (fault.HasCowPage)
            {
                kernel.CountFallback();
            }

            return _rest.HugeFault(in fault, kernel);
        }
    }
}
