using System.CommandLine;
using System.Globalization;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Cli.Commands;

/// <summary><c>compare run</c>: runs a matrix, writes its outcomes and prints how the contenders differ.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var matrix = new Option<string?>("--matrix")
        {
            Description = "The scenarios: the standard matrix, cross (the full product of its axes), or a table of them (CSV, .gz or not) [default: standard].",
            HelpName = "standard|cross|FILE.csv",
        };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "Run one scenario instead and print it step by step, as in \"fs=ro mapping=private steps=copyin\".",
            HelpName = "column=value ...",
        };
        var where = WhereFilter.Option();
        var kernels = new Option<string[]>("--kernel")
        {
            Description = "Run on this kernel; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))}, or {Catalogue.All}: every one that was observed [default: {Catalogue.All}].",
            HelpName = "NAME",
        };
        var strategies = new Option<string[]>("--strategy")
        {
            Description = "Run this strategy; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Strategies.Select(strategy => strategy.Name))}, or an assembly with strategies of one's own [default: each shipped one].",
            HelpName = "NAME|FILE.dll[:NAME]",
        };
        var onlyDifferences = new Option<bool>("--only-differences")
        {
            Description = "Print the scenarios in which strategies differ, worst first, instead of the summary.",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Directory where outcomes.csv and differences.csv are written, made if missing; - writes the table to standard output "
                + "[default: out; with --scenario no file].",
            HelpName = "DIR|-",
        };
        var jobs = new Option<string?>("--jobs")
        {
            Description = "Number of threads that compute; the outcomes do not depend on it [default: one for each processor].",
            HelpName = "N",
        };
        var command = new Command("run", "Run scenarios through every strategy and show where they differ.")
        {
            matrix, scenario, where, kernels, strategies, onlyDifferences, output, jobs,
        };
        command.SetAction(parsed => Run(
            new RunOptions(
                parsed.GetValue(matrix),
                parsed.GetValue(scenario),
                parsed.GetValue(where),
                parsed.GetValue(kernels) ?? [],
                parsed.GetValue(strategies) ?? [],
                parsed.GetValue(output),
                parsed.GetValue(onlyDifferences),
                Jobs(parsed.GetValue(jobs))),
            terminal));
        return command;
    }

    private static int Run(RunOptions options, Terminal terminal)
    {
        if (options is { Matrix: not null, Scenario: not null })
        {
            throw new InputException("found --matrix and --scenario, expected one of them");
        }

        if (options is { Where: not null, Scenario: not null })
        {
            throw new InputException("found --where and --scenario, expected one of them");
        }

        if (options is { OnlyDifferences: true, Scenario: not null })
        {
            throw new InputException("found --only-differences and --scenario, expected one of them");
        }

        var contenders = Contender.Product(Catalogue.SelectKernels(options.Kernels), StrategySelection.Of(options.Strategies));
        return options.Scenario is { } text
            ? new ScenarioSession(options, contenders, terminal).Run(ScenarioText.Parse(text))
            : new MatrixSession(options, contenders, terminal).Run();
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
