using System.Threading.Channels;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>
/// Runs scenarios for contenders: blocks of scenarios are computed in parallel and handed on in order, a bounded number of them at
/// once, so that memory does not grow with the matrix.
/// </summary>
public sealed class MatrixRun
{
    private const int ScenariosPerBlock = 128;
    private const int BlocksPerJob = 4;

    private readonly Contender[] _contenders;
    private readonly int _jobs;
    private readonly Func<Scenario, Contender, bool>? _includes;

    /// <summary>A run.</summary>
    /// <param name="contenders">Kernels and strategies, in ordinal order.</param>
    /// <param name="jobs">Number of threads that compute; at least 1.</param>
    /// <param name="includes">Which contender runs which scenario; without it each runs all. Called by several threads at once.</param>
    public MatrixRun(IEnumerable<Contender> contenders, int jobs, Func<Scenario, Contender, bool>? includes = null)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        _contenders = [.. contenders];
        _jobs = jobs;
        _includes = includes;
    }

    /// <summary>Runs the scenarios.</summary>
    /// <param name="scenarios">In ordinal order of the id.</param>
    /// <param name="receive">Called for each block, in order, on one thread at a time.</param>
    /// <returns>What the run came to: the same whatever the number of threads.</returns>
    public MatrixSummary Run(IEnumerable<Scenario> scenarios, Action<OutcomeBlock> receive)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(receive);
        var blocks = scenarios.Chunk(ScenariosPerBlock);
        if (_jobs > 1)
        {
            return RunInParallel(blocks, receive).GetAwaiter().GetResult();
        }

        var summary = new MatrixSummary(_contenders);
        var worker = new Worker(_contenders, _includes);
        foreach (var block in blocks)
        {
            receive(worker.Compute(block));
        }

        summary.Add(worker.Finish());
        return summary;
    }

    private async Task<MatrixSummary> RunInParallel(IEnumerable<Scenario[]> blocks, Action<OutcomeBlock> receive)
    {
        using var failed = new CancellationTokenSource();
        var todo = Channel.CreateBounded<(Scenario[] Scenarios, TaskCompletionSource<OutcomeBlock> Done)>(_jobs * BlocksPerJob);
        var inOrder = Channel.CreateBounded<Task<OutcomeBlock>>(_jobs * BlocksPerJob);
        var workers = Enumerable.Range(0, _jobs).Select(_ => Task.Run(() => Work(todo.Reader))).ToArray();
        var producer = Task.Run(async () =>
        {
            try
            {
                foreach (var block in blocks)
                {
                    var done = new TaskCompletionSource<OutcomeBlock>(TaskCreationOptions.RunContinuationsAsynchronously);
                    await inOrder.Writer.WriteAsync(done.Task, failed.Token).ConfigureAwait(false);
                    await todo.Writer.WriteAsync((block, done), failed.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                todo.Writer.Complete();
                inOrder.Writer.Complete();
            }
        });
        try
        {
            await foreach (var block in inOrder.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                receive(await block.ConfigureAwait(false));
            }

            await producer.ConfigureAwait(false);
        }
        catch
        {
            await failed.CancelAsync().ConfigureAwait(false);
            throw;
        }

        var summary = new MatrixSummary(_contenders);
        foreach (var part in await Task.WhenAll(workers).ConfigureAwait(false))
        {
            summary.Add(part);
        }

        return summary;
    }

    private async Task<MatrixSummary> Work(
        ChannelReader<(Scenario[] Scenarios, TaskCompletionSource<OutcomeBlock> Done)> todo)
    {
        var worker = new Worker(_contenders, _includes);
        await foreach (var (scenarios, done) in todo.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                done.SetResult(worker.Compute(scenarios));
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }

        return worker.Finish();
    }

    /// <summary>What one thread needs.</summary>
    private sealed class Worker(Contender[] contenders, Func<Scenario, Contender, bool>? includes)
    {
        private readonly ScenarioRunner[] _runners = [.. contenders.Select(contender => new ScenarioRunner(contender))];
        private readonly MatrixSummary _summary = new(contenders);

        public OutcomeBlock Compute(Scenario[] scenarios)
        {
            var block = new OutcomeBlock(scenarios, contenders);
            for (var i = 0; i < scenarios.Length; i++)
            {
                var any = false;
                for (var contender = 0; contender < _runners.Length; contender++)
                {
                    if (includes is null || includes(scenarios[i], contenders[contender]))
                    {
                        any = true;
                        _runners[contender].Run(scenarios[i], block.Slots(i, contender));
                        block.SetBroken(i, contender, _runners[contender].Broken);
                    }
                }

                if (any)
                {
                    _summary.AddScenario(block, i);
                }
            }

            return block;
        }

        public MatrixSummary Finish()
        {
            for (var i = 0; i < _runners.Length; i++)
            {
                _summary.Add(i, _runners[i].Tally, _runners[i].Safety);
            }

            return _summary;
        }
    }
}
