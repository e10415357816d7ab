using BenchmarkDotNet.Attributes;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Bench;

/// <summary>One step of the engine: mean over all steps of the standard matrix and three strategies, one thread, no observer, no text.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    /// <summary>Steps that run, for three strategies; the attribute needs a constant, and the set-up holds it to the matrix.</summary>
    private const int Steps = 44_305;

    private readonly FaultHandler[] _strategies = [new Original(), new V2(), new Zwisler()];
    private readonly Effects _effects = new();
    private (World Start, Step[] Steps)[] _scenarios = [];
    private Kernel[] _kernels = [];

    [Params("v4.13", "v6.1", "v6.12")]
    public string Profile { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var profile = KernelProfiles.All.Single(kernel => kernel.Name == Profile);
        _kernels = [.. _strategies.Select(strategy => new Kernel(profile, strategy))];
        _scenarios = [.. StandardMatrix.Build().Select(scenario => (scenario.Begin(), scenario.Steps.ToArray()))];
        if (RunAll() != Steps)
        {
            throw new InvalidOperationException($"The matrix has {RunAll()} steps that run; correct the constant.");
        }
    }

    /// <summary>Runs every step; gives back how many ran.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public int RunAll()
    {
        var count = 0;
        foreach (var kernel in _kernels)
        {
            foreach (var (start, steps) in _scenarios)
            {
                var world = start;
                foreach (var step in steps)
                {
                    kernel.Run(in world, step, out world, _effects);
                    count++;
                    if (_effects.Result.EndsRun())
                    {
                        break;
                    }
                }
            }
        }

        return count;
    }
}
