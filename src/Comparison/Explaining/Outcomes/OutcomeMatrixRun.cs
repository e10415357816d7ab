using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Fills an <see cref="OutcomeMatrix"/>. Which thread computes what decides no more than the numbers of outcomes, which nobody
/// sees.</summary>
internal sealed class OutcomeMatrixRun(ImmutableArray<Scenario> scenarios, ImmutableArray<Contender> contenders, Action<int>? report)
{
    private const int ScenariosPerBlock = 256;

    private static readonly int DangerRules = SafetyRule.All
        .Select((rule, i) => rule is JournalWithoutChange or TimeWithoutChange ? 0 : 1 << i)
        .Sum();

    private readonly Dictionary<Outcome, int> _outcomes = new(OutcomeComparer.Instance);
    private readonly int[] _numbers = new int[scenarios.Length * contenders.Length];
    private readonly Lock _failing = new();
    private (int Block, Exception Problem)? _failure;
    private int _nextBlock = -1;

    public OutcomeMatrix Run(int jobs)
    {
        if (jobs == 1)
        {
            Work();
        }
        else
        {
            Task.WaitAll([.. Enumerable.Range(0, jobs).Select(_ => Task.Run(Work))]);
        }

        if (_failure is { } failure)
        {
            throw failure.Problem is InputException problem ? problem : new InvalidOperationException(failure.Problem.Message, failure.Problem);
        }

        return new OutcomeMatrix(
            scenarios, contenders, [.. _outcomes.OrderBy(outcome => outcome.Value).Select(outcome => outcome.Key)], _numbers);
    }

    private void Work()
    {
        var lanes = contenders.Select(contender => (Runner: new ScenarioRunner(contender), Pool: new OutcomePool(_outcomes))).ToArray();
        var cells = new string[OutcomeColumns.Measures.Length];
        var steps = new long[SafetyRule.All.Length];
        while (true)
        {
            var block = Interlocked.Increment(ref _nextBlock);
            var first = block * ScenariosPerBlock;
            if (first >= scenarios.Length || _failure is not null)
            {
                return;
            }

            var end = Math.Min(first + ScenariosPerBlock, scenarios.Length);
            try
            {
                for (var contender = 0; contender < lanes.Length; contender++)
                {
                    var (runner, pool) = lanes[contender];
                    for (var row = first; row < end; row++)
                    {
                        _numbers[(row * lanes.Length) + contender] = pool.NumberOf(cells, Run(runner, scenarios[row], cells, steps));
                    }
                }
            }
            catch (Exception problem)
            {
                Fail(block, problem);
                return;
            }

            report?.Invoke(end - first);
        }
    }

    /// <summary>Runs a scenario; gives back the danger rules that it broke.</summary>
    private static int Run(ScenarioRunner runner, Scenario scenario, string[] cells, long[] steps)
    {
        for (var rule = 0; rule < steps.Length; rule++)
        {
            steps[rule] = runner.Safety[rule].Steps;
        }

        runner.Run(scenario, cells);
        var dangers = 0;
        for (var rule = 0; rule < steps.Length; rule++)
        {
            dangers |= runner.Safety[rule].Steps > steps[rule] ? DangerRules & (1 << rule) : 0;
        }

        return dangers;
    }

    /// <summary>Keeps the problem of the first block: blocks begin in order, so it is the same one however many threads there are.</summary>
    private void Fail(int block, Exception problem)
    {
        lock (_failing)
        {
            if (_failure is null || block < _failure.Value.Block)
            {
                _failure = (block, problem);
            }
        }
    }
}
