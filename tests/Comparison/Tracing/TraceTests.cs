using System.Globalization;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Comparison.Tracing;

public sealed class TraceTests
{
    /// <summary>Random scenarios of every kernel, and the standard matrix thinned out.</summary>
    private static readonly Lazy<Trace[]> Sample = new(() =>
    {
        FaultHandler[] strategies = [Original, V2, Zwisler, Examples.Named("v2-nosplit")];
        var scenarios = Law.ScenariosOf(52).Take(1_500).Concat(StandardMatrix.Build().Where((_, i) => i % 9 == 0));
        return
        [
            .. scenarios.SelectMany((scenario, i) => Kernels.Observed.Select(kernel =>
                Trace.Of(scenario, new Contender(kernel, strategies[i % strategies.Length])))),
        ];
    });

    [Fact]
    public void The_handler_lines_of_a_trace_are_the_handler_cell_of_the_outcome()
    {
        foreach (var trace in Sample.Value)
        {
            var told = trace.Lines
                .Aggregate(new List<List<string>>(), (steps, line) =>
                {
                    if (line.Kind == TraceLineKind.Step)
                    {
                        steps.Add([]);
                    }
                    else if (line.Kind == TraceLineKind.Return)
                    {
                        steps[^1].Add(line.Text.Split(' ')[^1]);
                    }

                    return steps;
                })
                .Select(calls => string.Join(' ', calls));
            var cells = trace.Outcome.Text(Measure.Handler).Split('|');
            Assert.All(told.Zip(cells), pair => Assert.True(
                pair.Second.EndsWith('*')
                    ? pair.First.EndsWith(pair.Second.TrimEnd('*'), StringComparison.Ordinal)
                    : pair.First == pair.Second,
                $"{trace.Contender}: {trace.Scenario}: told {pair.First}, found {pair.Second}"));
            Assert.Equal(cells.Length, told.Count());
        }
    }

    [Fact]
    public void Every_rule_that_a_step_exercised_is_told_with_its_text_and_its_function()
    {
        var told = new HashSet<Rule>();
        foreach (var trace in Sample.Value)
        {
            var kernel = new Kernel(trace.Contender.Kernel, trace.Contender.Strategy);
            foreach (var step in StepRecord.Of(trace.Scenario, kernel))
            {
                var lines = LinesOf(trace, step.Index);
                foreach (var rule in RuleDescription.All.Where(rule => step.Effects.Rules.Contains(rule.Rule)))
                {
                    told.Add(rule.Rule);
                    Assert.Contains(lines, line => line.Text.EndsWith(rule.Text, StringComparison.Ordinal)
                        && line.Source == new KernelFunction(rule.File, rule.Function));
                }
            }
        }

        Assert.InRange(told.Count, 80, RuleDescription.All.Length);
    }

    [Fact]
    public void What_a_trace_says_of_a_step_is_what_the_outcome_says()
    {
        foreach (var trace in Sample.Value)
        {
            var results = trace.Outcome.Text(Measure.Result).Split('|');
            for (var step = 0; step < results.Length; step++)
            {
                var lines = LinesOf(trace, step);
                Assert.Contains(lines, line => line.Kind == TraceLineKind.Outcome && line.Text == $"result: {results[step]}");
                foreach (var measure in Enum.GetValues<Measure>().Where(measure => measure > Measure.Handler))
                {
                    var text = $"{OutcomeColumns.Name(measure)} {trace.Outcome.Text(measure).Split('|')[step]}";
                    Assert.Contains(lines, line => line.Kind == TraceLineKind.Outcome && line.Text.Split(", ").Contains(text));
                }
            }
        }
    }

    [Fact]
    public void Journal_starts_and_fallbacks_are_told_as_often_as_they_are_counted()
    {
        foreach (var trace in Sample.Value.Where(trace => !trace.Outcome.Text(Measure.Result).EndsWith("livelock", StringComparison.Ordinal)))
        {
            Assert.Equal(Sum(trace, Measure.JournalStarts), Count(trace, "journal start ->"));
            Assert.Equal(Sum(trace, Measure.IomapStarts), Count(trace, "journal start in"));
            Assert.Equal(Sum(trace, Measure.ThpFaultFallback), trace.Lines.Count(line => line.Kind == TraceLineKind.Count));
        }

        static int Count(Trace trace, string begin)
            => trace.Lines.Count(line => line.Text.StartsWith(begin, StringComparison.Ordinal));

        static int Sum(Trace trace, Measure measure)
            => trace.Outcome.Text(measure).Split('|').Sum(value => int.Parse(value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_a_lock_holds_is_indented_and_ends_with_its_release()
    {
        foreach (var trace in Sample.Value.Where(trace => trace.Outcome.Text(Measure.Result).Split('|').All(result => result != "blocked")))
        {
            var open = new Stack<(string Name, int Depth)>();
            foreach (var line in trace.Lines)
            {
                if (line.Kind == TraceLineKind.Take)
                {
                    open.Push((line.Text["take ".Length..].Replace(", shared", "", StringComparison.Ordinal), line.Depth));
                }
                else if (line.Kind == TraceLineKind.JournalStart && line.Text.Contains("-> handle", StringComparison.Ordinal))
                {
                    open.Push(("journal handle", line.Depth));
                }
                else if (line.Kind == TraceLineKind.Release)
                {
                    Assert.Equal(open.Pop(), (line.Text["release ".Length..], line.Depth));
                }
                else
                {
                    Assert.True(open.Count == 0 || line.Depth > open.Peek().Depth, line.ToString());
                }
            }

            Assert.Empty(open);
        }
    }

    [Fact]
    public void A_lock_that_a_guest_releases_in_another_order_or_never_is_told()
    {
        var scenario = ScenarioText.Parse("mapping=shared thp=nohuge steps=store");
        var trace = Trace.Of(scenario, new Contender(KernelProfiles.V61, new Careless()));
        Assert.Contains(trace.Lines, line => line.Text == "release freeze protection, still holding mmap/invalidate lock");
        Assert.Contains(trace.Lines, line => line.Kind == TraceLineKind.Held && line.Text == "mmap/invalidate lock: held for ever");
    }

    [Fact]
    public void A_call_that_never_returns_is_told()
    {
        var trace = Trace.Of(ScenarioText.Parse("fs=frozen mapping=shared steps=store"), new Contender(KernelProfiles.V413, Original));
        Assert.Contains(trace.Lines, line => line.Text == "handler never returns from PUD");
        Assert.Contains(trace.Lines, line => line is { Text: "result: blocked", IsFailure: true });
    }

    [Theory]
    [InlineData(HandlerFailure.Oops, "oops")]
    [InlineData(HandlerFailure.Hang, "hang")]
    public void What_goes_wrong_in_a_handler_is_told_at_its_place(HandlerFailure failure, string result)
    {
        var trace = Trace.Of(ScenarioText.Parse("steps=load store"), new Contender(KernelProfiles.V61, new FailingHandler(failure, FaultLevel.Pmd)));
        var failures = trace.Lines.Where(line => line.IsFailure).Select(line => line.Text);
        Assert.Equal(
            [
                $"{result}: mine.c:27:9: reads through NULL",
                "handler never returns from PMD",
                "mmap/invalidate lock: held for ever",
                $"result: {result}",
            ],
            failures);
    }

    [Fact]
    public void A_handler_that_cannot_say_what_went_wrong_is_told_to_fail_all_the_same()
    {
        var silent = new ScriptedHandler((fault, kernel) =>
        {
            kernel.Fail(HandlerFailure.Oops, 1);
            return VmFault.None;
        });
        var trace = Trace.Of(ScenarioText.Parse("steps=load"), new Contender(KernelProfiles.V413, silent));
        Assert.Equal(TraceLineKind.Failure, Assert.Single(trace.Lines, line => line.Text == "oops").Kind);
    }

    [Fact]
    public void A_predicate_is_told_with_what_it_sees_and_what_it_answers()
    {
        var trace = Trace.Of(ScenarioText.Parse("fs=ro steps=store"), new Contender(KernelProfiles.V413, V2));
        var asked = trace.Lines.Where(line => line.Kind is TraceLineKind.Call or TraceLineKind.Decision).Select(line => line.Text);
        Assert.Equal(
            [
                "PUD fault -> handler: write, not VM_SHARED, no cow_page",
                "predicate: fall back",
                "PMD fault -> handler: write, not VM_SHARED, no cow_page",
                "predicate: fall back, split, count",
                "PTE fault -> handler: write, not VM_SHARED, cow_page",
                "predicate: no journal",
            ],
            asked);
    }

    private static List<TraceLine> LinesOf(Trace trace, int step)
    {
        var begin = -1;
        return [.. trace.Lines.Where(line => (begin += line.Kind == TraceLineKind.Step ? 1 : 0) == step)];
    }

    /// <summary>Releases freeze protection first and the other lock never.</summary>
    private sealed class Careless : FaultHandler
    {
        public override string Name => "careless";

        public override string Condition => "none";

        public override string Origin => "these tests";

        public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
        {
            kernel.StartPageFault();
            kernel.LockMapping();
            kernel.EndPageFault();
            return VmFault.SigBus;
        }
    }
}
