using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Compare.Comparison;

/// <summary>
/// Runs scenarios for contenders: parts of the set are computed in parallel and handed on in order, a bounded number of them at
/// once, so that memory need not grow with the matrix.
/// </summary>
public sealed class MatrixRun
{
    private const int ScenariosPerPart = 128;
    private const int PartsPerJob = 4;
    private readonly ImmutableArray<Contender> _contenders;
    private readonly ImmutableArray<ContenderName> _names;
    private readonly int _jobs;
    private readonly Func<Scenario, ContenderName, bool>? _includes;
    private readonly OutcomePool _pool = new();

    /// <summary>A run.</summary>
    /// <param name="contenders">Kernels and strategies.</param>
    /// <param name="jobs">Number of threads that compute; at least 1.</param>
    /// <param name="includes">Which contender runs which scenario; without it each runs all. Called by several threads at once.</param>
    public MatrixRun(IEnumerable<Contender> contenders, int jobs, Func<Scenario, ContenderName, bool>? includes = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        _contenders = [.. contenders];
        _names = [.. _contenders];
        _jobs = jobs;
        _includes = includes;
    }

    /// <summary>Runs the scenarios.</summary>
    /// <param name="scenarios">In ordinal order of the id.</param>
    /// <param name="receive">Called for each part, in order, on one thread at a time. Of several parts the pool is the same.</param>
    /// <exception cref="InputException">A strategy threw an exception.</exception>
    public void Run(IEnumerable<Scenario> scenarios, Action<OutcomeSet> receive)
    {
        var parts = scenarios.Chunk(ScenariosPerPart);
        if (_jobs > 1)
        {
            RunInParallel(parts, receive).GetAwaiter().GetResult();
            return;
        }

        var runners = Runners();
        foreach (var part in parts)
        {
            receive(Compute(part, runners));
        }
    }

    /// <summary>Runs the scenarios and keeps what they came to.</summary>
    /// <param name="scenarios">In ordinal order of the id; at least one.</param>
    /// <param name="report">Told how many scenarios are done, a part at a time.</param>
    /// <exception cref="InputException">A strategy threw an exception.</exception>
    public OutcomeSet Run(IEnumerable<Scenario> scenarios, Action<int>? report = null)
    {
        var parts = new List<OutcomeSet>();
        Run(scenarios, part =>
        {
            parts.Add(part);
            report?.Invoke(part.Scenarios.Length);
        });
        return OutcomeSet.Join(parts);
    }

    private async Task RunInParallel(IEnumerable<Scenario[]> parts, Action<OutcomeSet> receive)
    {
        using var failed = new CancellationTokenSource();
        var todo = Channel.CreateBounded<(Scenario[] Scenarios, TaskCompletionSource<OutcomeSet> Done)>(_jobs * PartsPerJob);
        var inOrder = Channel.CreateBounded<Task<OutcomeSet>>(_jobs * PartsPerJob);
        var workers = Enumerable.Range(0, _jobs).Select(_ => Task.Run(() => Work(todo.Reader))).ToArray();
        var producer = Task.Run(async () =>
        {
            try
            {
                foreach (var part in parts)
                {
                    var done = new TaskCompletionSource<OutcomeSet>(TaskCreationOptions.RunContinuationsAsynchronously);
                    await inOrder.Writer.WriteAsync(done.Task, failed.Token).ConfigureAwait(false);
                    await todo.Writer.WriteAsync((part, done), failed.Token).ConfigureAwait(false);
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
            await foreach (var part in inOrder.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                receive(await part.ConfigureAwait(false));
            }

            await producer.ConfigureAwait(false);
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
        catch
        {
            await failed.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task Work(ChannelReader<(Scenario[] Scenarios, TaskCompletionSource<OutcomeSet> Done)> todo)
    {
        var runners = Runners();
        await foreach (var (scenarios, done) in todo.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                done.SetResult(Compute(scenarios, runners));
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }
    }

    private ScenarioRunner[] Runners() => [.. _contenders.Select(contender => new ScenarioRunner(contender, _pool))];

    private OutcomeSet Compute(Scenario[] scenarios, ScenarioRunner[] runners)
    {
        var ids = new int[scenarios.Length * runners.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var (scenario, contender) = Math.DivRem(i, runners.Length);
            ids[i] = _includes is null || _includes(scenarios[scenario], _names[contender])
                ? runners[contender].IdOf(scenarios[scenario])
                : OutcomeSet.None;
        }

        return new OutcomeSet(ImmutableCollectionsMarshal.AsImmutableArray(scenarios), _names, _pool, ids);
    }
}
