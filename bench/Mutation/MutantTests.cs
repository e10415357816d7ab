using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Compare.Bench;

/// <summary>The test classes of a copy of the repository, each run in a process of its own.</summary>
/// <param name="root">The copy, with mutants in its assemblies.</param>
internal sealed partial class MutantTests(string root)
{
    /// <summary>Memory that a mutant may take before it counts as killed: 2 GiB.</summary>
    private const string MemoryLimit = "0x80000000";

    private readonly string _output = Path.Combine(root, "tests/bin/Release/net10.0");
    private readonly List<TestClass> _classes = [];

    /// <summary>Runs every class with all mutants off, and keeps what it reached. One that fails is shown and left out.</summary>
    public void RunClean()
    {
        var reached = Path.Combine(_output, "reached.txt");
        foreach (var name in Run("-list classes", 0, TimeSpan.FromMinutes(5)).Output.Split('\n').Where(line => line.StartsWith("Compare.", StringComparison.Ordinal)))
        {
            File.Delete(reached);
            var watch = Stopwatch.StartNew();
            var (exit, _) = Run($"-class {name}", 0, TimeSpan.FromMinutes(5), reached);
            if (exit == 0)
            {
                var numbers = File.Exists(reached) ? File.ReadLines(reached).Select(line => int.Parse(line, CultureInfo.InvariantCulture)) : [];
                _classes.Add(new TestClass(name, watch.Elapsed, [.. numbers]));
            }
            else
            {
                Console.Error.WriteLine($"left out, for it fails without a mutant: {name}");
            }
        }
    }

    /// <summary>Runs the classes that reach a mutant until a test fails: the quick ones and those that killed others first.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <returns><c>killed</c> with the test, <c>timeout</c>, <c>survived</c> or <c>unreached</c>.</returns>
    public string Judge(Mutant mutant)
    {
        var classes = new Queue<TestClass>(_classes.Where(test => test.Reached.Contains(mutant.Id)).OrderBy(test => test.Time / (1 + test.Kills)));
        if (classes.Count == 0)
        {
            return "unreached";
        }

        var start = _classes.Min(test => test.Time);
        for (var most = 2 * start; classes.Count > 0; most *= 2)
        {
            var (some, time) = (new List<TestClass>(), TimeSpan.Zero);
            while (classes.TryPeek(out var next) && (some.Count == 0 || time + next.Time - start < most))
            {
                time += next.Time - start;
                some.Add(classes.Dequeue());
            }

            var arguments = string.Join(' ', some.Select(test => $"-class {test.Name}"));
            var (exit, output) = Run(arguments + " -stopOnFail", mutant.Id, TimeSpan.FromSeconds(30) + (10 * time));
            if (exit is not 0)
            {
                var failed = Failed().Match(output).Groups[1].Value;
                some.FindAll(test => failed.StartsWith(test.Name + ".", StringComparison.Ordinal)).ForEach(test => test.Kills++);
                return exit is null ? "timeout" : $"killed by {(failed.Length > 0 ? failed : $"exit code {exit}")}";
            }
        }

        return "survived";
    }

    /// <returns>The exit code, none if it was stopped for its time, and what it printed.</returns>
    private (int? Exit, string Output) Run(string arguments, int mutant, TimeSpan limit, string? reached = null)
    {
        var start = new ProcessStartInfo(Path.Combine(_output, "Compare.Tests"), arguments + " -noLogo -noColor -maxThreads 1")
        {
            WorkingDirectory = _output,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["MUTANT"] = mutant.ToString(CultureInfo.InvariantCulture);
        start.Environment["MUTANTS_REACHED"] = reached;
        start.Environment["DOTNET_TieredCompilation"] = "1"; // a process lives shortly: half the time
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (process.WaitForExit(limit))
        {
            return (process.ExitCode, output.Result + error.Result);
        }

        process.Kill(entireProcessTree: true);
        return (null, "");
    }

    [GeneratedRegex(@"^\s+(Compare\.\S+?)(?:\(.*)? \[FAIL\]", RegexOptions.Multiline)]
    private static partial Regex Failed();

    /// <param name="Name">The full name.</param>
    /// <param name="Time">How long its process took without a mutant.</param>
    /// <param name="Reached">The mutants whose place was reached.</param>
    private sealed record TestClass(string Name, TimeSpan Time, HashSet<int> Reached)
    {
        /// <summary>How many mutants it has killed.</summary>
        public int Kills { get; set; }
    }
}
