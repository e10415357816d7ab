using System.Collections.Immutable;
using System.CommandLine;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Cli.Commands;

/// <summary><c>compare run</c>: runs a matrix, writes its outcomes and prints how the contenders differ.</summary>
internal static class RunCommand
{
    private const string Standard = "standard";
    private const string DefaultDirectory = "out";
    private const string OutcomesName = "outcomes.csv";

    public static Command Create(Terminal terminal)
    {
        var matrix = new Option<string?>("--matrix") { Description = "standard (the default), or a scenario table.", HelpName = "standard|FILE.csv" };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "Run one scenario instead, as in \"fs=ro mapping=private steps=copyin\", and print it step by step.",
            HelpName = "key=value …",
        };
        var kernels = new Option<string[]>("--kernel") { Description = "Only this kernel; may be repeated. all: every observed one.", HelpName = "NAME" };
        var strategies = new Option<string[]>("--strategy") { Description = "Only this strategy; may be repeated.", HelpName = "NAME" };
        var output = new Option<string?>("--out") { Description = "Directory for outcomes.csv (out/; with --scenario none).", HelpName = "DIR" };
        var jobs = new Option<string?>("--jobs") { Description = "Number of threads that compute (one for each processor).", HelpName = "N" };
        var command = new Command("run", "Run scenarios through every strategy and show where they differ.")
        {
            matrix, scenario, kernels, strategies, output, jobs,
        };
        command.SetAction(parsed =>
        {
            var contenders = Contender.Product(
                Catalogue.SelectKernels(parsed.GetValue(kernels) ?? []),
                Catalogue.SelectStrategies(parsed.GetValue(strategies) ?? []));
            var run = new MatrixRun(contenders, Jobs(parsed.GetValue(jobs)));
            if (parsed.GetValue(scenario) is not { } text)
            {
                var scenarios = Matrix(parsed.GetValue(matrix) ?? Standard, terminal);
                return RunMatrix(run, scenarios, parsed.GetValue(output) ?? DefaultDirectory, terminal);
            }

            if (parsed.GetValue(matrix) is not null)
            {
                throw new InputException("found --matrix and --scenario, expected one of them");
            }

            return RunScenario(run, ScenarioText.Parse(text), parsed.GetValue(output), terminal);
        });
        return command;
    }

    private static int RunMatrix(MatrixRun run, ImmutableArray<Scenario> scenarios, string directory, Terminal terminal)
    {
        var path = Path.Combine(directory, OutcomesName);
        using var outputs = new AtomicFiles();
        long rows = 0;
        MatrixSummary summary;
        using (var writer = new OutcomeTableWriter(outputs.CreateTable(path)))
        {
            summary = ProgressBar.Run(terminal, scenarios.Length, report => run.Run(scenarios, block =>
            {
                rows += Write(block, writer);
                report(block.Scenarios.Count);
            }));
        }

        outputs.Commit();
        RunReport.Write(summary, terminal.Screen);
        terminal.Screen.Line();
        terminal.Screen.Line(FormattableString.Invariant($"{scenarios.Length:N0} scenarios, {rows:N0} outcomes: {path}"));
        return ExitCodes.Done;
    }

    private static int RunScenario(MatrixRun run, Scenario scenario, string? directory, Terminal terminal)
    {
        using var outputs = new AtomicFiles();
        OutcomeBlock? outcome = null;
        run.Run([scenario], block => outcome = block);
        if (directory is not null)
        {
            using (var writer = new OutcomeTableWriter(outputs.CreateTable(Path.Combine(directory, OutcomesName))))
            {
                Write(outcome!, writer);
            }

            outputs.Commit();
        }

        ScenarioReport.Write(outcome!, terminal.Screen);
        return ExitCodes.Done;
    }

    private static long Write(OutcomeBlock block, OutcomeTableWriter writer)
    {
        for (var i = 0; i < block.Scenarios.Count; i++)
        {
            for (var contender = 0; contender < block.Contenders.Count; contender++)
            {
                var (kernel, strategy) = (block.Contenders[contender].KernelName, block.Contenders[contender].StrategyName);
                writer.Write(block.Scenarios[i], kernel, strategy, block.Cells(i, contender));
            }
        }

        return (long)block.Scenarios.Count * block.Contenders.Count;
    }

    private static ImmutableArray<Scenario> Matrix(string name, Terminal terminal)
    {
        if (name == Standard)
        {
            return StandardMatrix.Build();
        }

        if (!name.Contains('.', StringComparison.Ordinal) && !name.Contains(Path.DirectorySeparatorChar) && !File.Exists(name))
        {
            throw new InputException(
                $"unknown matrix '{name}', expected {Standard} or a scenario table{NearName.Hint(name, [Standard])}");
        }

        return InputFiles.ReadScenarios(name, terminal).Scenarios;
    }

    private static int Jobs(string? text)
    {
        if (text is null)
        {
            return Environment.ProcessorCount;
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var jobs)
            && jobs is >= 1 and <= 256
            ? jobs
            : throw new InputException($"--jobs: found '{text}', expected a number from 1 to 256");
    }
}
