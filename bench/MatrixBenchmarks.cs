using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Bench;

/// <summary>Whole runs of a matrix on one kernel with three strategies: outcomes computed and compared, nothing written.</summary>
[MemoryDiagnoser]
public class MatrixBenchmarks
{
    private readonly ImmutableArray<Contender> _contenders = Contender.Product([KernelProfiles.V413], [new Original(), new V2(), new Zwisler()]);

    [Params(1, 2)]
    public int Jobs { get; set; }

    [Benchmark]
    public long Standard() => Run(StandardMatrix.Build());

    [Benchmark]
    public long Cross() => Run(CrossMatrix.Enumerate());

    private long Run(IEnumerable<Scenario> scenarios)
    {
        var summary = new MatrixSummary(_contenders);
        new MatrixRun(_contenders, Jobs).Run(scenarios, summary.Add);
        return summary.Scenarios;
    }
}
