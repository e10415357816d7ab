using System.CommandLine;
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
            Description = "The scenarios: the standard matrix, cross (the full product of its axes), or a table of them (CSV, .gz or not) "
                + "[default: standard].",
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
                + $"{string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))}, "
                + $"or {Catalogue.All}: every one that was observed [default: {Catalogue.All}].",
            HelpName = "NAME",
        };
        var strategies = new Option<string[]>("--strategy")
        {
            Description = "Run this strategy; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Strategies.Select(strategy => strategy.Name))}, "
                + "or an assembly with strategies of one's own [default: each shipped one].",
            HelpName = "NAME|FILE.dll[:NAME]",
        };
        var onlyDifferences = new Option<bool>("--only-differences")
        {
            Description = "Print the scenarios in which strategies differ, worst first, instead of the summary.",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Directory where outcomes.csv, differences.csv and run.json are written, made if missing; - writes the table to standard output "
                + "[default: out; with --scenario no file].",
            HelpName = "DIR|-",
        };
        var jobs = JobsOption.Option();
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Compare the outcomes with those that --save-baseline kept there; where they differ say how and why, with exit code 1.",
            HelpName = "DIR",
        };
        var newBaseline = new Option<string?>("--save-baseline")
        {
            Description = "Also keep the outcomes there, for --baseline of later runs.",
            HelpName = "DIR",
        };
        var command = new Command("run", "Run scenarios through every strategy and show where they differ.")
        {
            matrix, scenario, where, kernels, strategies, onlyDifferences, output, jobs, baseline, newBaseline,
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
                JobsOption.Parse(parsed.GetValue(jobs)))
            {
                Baseline = parsed.GetValue(baseline),
                NewBaseline = parsed.GetValue(newBaseline),
            },
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

        BaselineOptions.Check(options);
        var contenders = Contender.Product(Catalogue.SelectKernels(options.Kernels), StrategySelection.Of(options.Strategies));
        if (options.Scenario is { } text)
        {
            return new ScenarioSession(options, contenders, terminal).Run(ScenarioText.Parse(text));
        }

        using var session = new MatrixSession(options, contenders, terminal);
        return session.Run();
    }
}
