using BenchmarkDotNet.Attributes;
using Compare.Comparison;
using Compare.Engine;
using Compare.Reports;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Bench;

/// <summary>Writing and reading the outcome table of the standard matrix: three kernels, three strategies, 87,480 rows.</summary>
[MemoryDiagnoser]
public class TableBenchmarks
{
    private OutcomeSet? _outcomes;
    private string _path = "";

    [Params("outcomes.csv", "outcomes.csv.gz")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _path = Path.Combine(Directory.CreateTempSubdirectory("compare-bench-").FullName, Name);
        var contenders = Contender.Product([KernelProfiles.V413, KernelProfiles.V61, KernelProfiles.V612], [new Original(), new V2(), new Zwisler()]);
        _outcomes = new MatrixRun(contenders, 1).Run(StandardMatrix.Build());
        Write();
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Benchmark]
    public void Write()
    {
        using var outputs = new AtomicFiles();
        using (var writer = new OutcomeTableWriter(outputs.CreateTable(_path)))
        {
            writer.Write(_outcomes!);
        }

        outputs.Commit();
    }

    [Benchmark]
    public int Read() => OutcomeTable.Read(_path).Outcomes.Scenarios.Length;
}
