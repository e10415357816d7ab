using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
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
        var matrix = new Option<string?>("--matrix")
        {
            Description = "The scenarios: the standard matrix, or a table of them (CSV, .gz or not) [default: standard].",
            HelpName = "standard|FILE.csv",
        };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "Run one scenario instead and print it step by step, as in \"fs=ro mapping=private steps=copyin\".",
            HelpName = "column=value ...",
        };
        var kernels = new Option<string[]>("--kernel")
        {
            Description = "Run on this kernel; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))}, or {Catalogue.All}: every one that was observed [default: {Catalogue.All}].",
            HelpName = "NAME",
        };
        var strategies = new Option<string[]>("--strategy")
        {
            Description = "Run this strategy; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Strategies.Select(strategy => strategy.Name))} [default: each].",
            HelpName = "NAME",
        };
        var output = new Option<string?>("--out")
        {
            Description = $"Directory where {OutcomesName} is written, made if missing [default: {DefaultDirectory}; with --scenario no file].",
            HelpName = "DIR",
        };
        var jobs = new Option<string?>("--jobs")
        {
            Description = "Number of threads that compute; the outcomes do not depend on it [default: one for each processor].",
            HelpName = "N",
        };
        var command = new Command("run", "Run scenarios through every strategy and show where they differ.")
        {
            matrix, scenario, kernels, strategies, output, jobs,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(matrix) is not null && parsed.GetValue(scenario) is not null)
            {
                throw new InputException("found --matrix and --scenario, expected one of them");
            }

            var contenders = Contender.Product(
                Catalogue.SelectKernels(parsed.GetValue(kernels) ?? []),
                Catalogue.SelectStrategies(parsed.GetValue(strategies) ?? []));
            var run = new MatrixRun(contenders, Jobs(parsed.GetValue(jobs)));
            if (parsed.GetValue(scenario) is { } text)
            {
                return RunScenario(run, ScenarioText.Parse(text), parsed.GetValue(output), terminal);
            }

            var path = Path.Combine(parsed.GetValue(output) ?? DefaultDirectory, OutcomesName);
            return RunMatrix(run, Matrix(parsed.GetValue(matrix) ?? Standard, path, terminal), path, terminal);
        });
        return command;
    }

    private static int RunMatrix(MatrixRun run, ImmutableArray<Scenario> scenarios, string path, Terminal terminal)
    {
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
        ReportFile(rows, scenarios.Length, path, terminal);
        return ExitCodes.Done;
    }

    private static int RunScenario(MatrixRun run, Scenario scenario, string? directory, Terminal terminal)
    {
        OutcomeBlock? outcome = null;
        run.Run([scenario], block => outcome = block);
        if (directory is null)
        {
            ScenarioReport.Write(outcome!, terminal.Screen);
            return ExitCodes.Done;
        }

        var path = Path.Combine(directory, OutcomesName);
        long rows;
        using var outputs = new AtomicFiles();
        using (var writer = new OutcomeTableWriter(outputs.CreateTable(path)))
        {
            rows = Write(outcome!, writer);
        }

        outputs.Commit();
        ScenarioReport.Write(outcome!, terminal.Screen);
        ReportFile(rows, 1, path, terminal);
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

    private static void ReportFile(long rows, int scenarios, string path, Terminal terminal)
    {
        terminal.Screen.Line();
        terminal.Screen.Line(FormattableString.Invariant(
            $"Wrote {rows:N0} outcomes of {scenarios:N0} {(scenarios == 1 ? "scenario" : "scenarios")} to {path}."));
    }

    private static ImmutableArray<Scenario> Matrix(string name, string output, Terminal terminal)
    {
        if (name == Standard)
        {
            return StandardMatrix.Build();
        }

        if (!name.Contains('.', StringComparison.Ordinal) && !name.Contains(Path.DirectorySeparatorChar) && !Path.Exists(name))
        {
            throw new InputException(
                $"unknown matrix '{name}', expected {Standard} or the name of a scenario table{NearName.Hint(name, [Standard])}");
        }

        InputFiles.RefuseOverwrite(output, [name]);
        return InputFiles.ReadScenarios(name, terminal).Scenarios;
    }

    private static int Jobs(string? text)
    {
        if (text is null)
        {
            return Environment.ProcessorCount;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs)
            && jobs is >= 1 and <= 256
            ? jobs
            : throw new InputException($"--jobs: found '{text}', expected a number from 1 to 256");
    }
}
