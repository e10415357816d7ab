using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Compare.Bench;

if (args is ["fuzz", ..])
{
    return Fuzz.Run(args[1..]);
}

if (args is ["make-tables", ..])
{
    return MakeTables.Run(args[1..]);
}

if (args is ["mutate", ..])
{
    return Mutate.Run(args[1..]);
}

// In this process: no project is generated and built for a benchmark.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
