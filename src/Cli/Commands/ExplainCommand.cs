using System.Collections.Immutable;
using System.CommandLine;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Cli.Commands;

/// <summary><c>compare explain</c>: exactly when two strategies or kernels differ, and the smallest case of each difference.</summary>
internal static class ExplainCommand
{
    private static readonly ImmutableArray<string> Formats = ["text", "md", "csv"];

    public static Command Create(Terminal terminal)
    {
        var left = new Argument<string?>("LEFT") { Description = "A strategy (a name, or FILE.dll:NAME) or a kernel.", Arity = ArgumentArity.ZeroOrOne };
        var right = new Argument<string?>("RIGHT") { Description = "The one to compare it with, of the same sort.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Explain every pair of strategies and of kernels instead, in short." };
        var kernels = new Option<string[]>("--kernel")
        {
            Description = "Compare strategies on this kernel; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))}, "
                + $"or {Catalogue.All}: every one that was observed [default: {Catalogue.All}].",
            HelpName = "NAME",
        };
        var strategies = new Option<string[]>("--strategy")
        {
            Description = "Compare kernels under this strategy; may be repeated [default: each shipped one].",
            HelpName = "NAME|FILE.dll[:NAME]",
        };
        var matrix = new Option<string?>("--matrix")
        {
            Description = $"The scenarios: {ScenarioSource.Standard}, {ScenarioSource.Cross}, or a table of them [default: {ScenarioSource.Standard}].",
            HelpName = "standard|cross|FILE.csv",
        };
        var where = WhereFilter.Option();
        var measures = new Option<string[]>("--measure")
        {
            Description = $"Look at this measure only; may be repeated. One of {string.Join(", ", OutcomeColumns.Measures)} [default: each].",
            HelpName = "NAME",
        };
        var format = new Option<string?>("--format") { Description = "How to write it [default: text].", HelpName = string.Join('|', Formats) };
        var jobs = JobsOption.Option();
        var command = new Command("explain", "Say exactly when two strategies or kernels differ, with the smallest case of each difference.")
        {
            left, right, all, kernels, strategies, matrix, where, measures, format, jobs,
        };
        command.SetAction(parsed => new ExplainSession(
            new ExplainOptions(
                Sides(parsed.GetValue(left), parsed.GetValue(right), parsed.GetValue(all)),
                parsed.GetValue(matrix) ?? ScenarioSource.Standard,
                parsed.GetValue(where),
                parsed.GetValue(kernels) ?? [],
                parsed.GetValue(strategies) ?? [],
                [.. (parsed.GetValue(measures) ?? []).Select(Measure).Distinct()],
                Format(parsed.GetValue(format)),
                JobsOption.Parse(parsed.GetValue(jobs))),
            terminal).Run());
        return command;
    }

    private static ImmutableArray<string> Sides(string? left, string? right, bool all) => (left, right, all) switch
    {
        (null, _, true) => [],
        (not null, not null, false) => [left, right],
        (not null, _, true) => throw new InputException($"explain: found --all and '{left}', expected one of them"),
        (not null, null, _) => throw new InputException($"explain: found '{left}' alone, expected LEFT RIGHT, or --all"),
        _ => throw new InputException("explain: found nothing, expected LEFT RIGHT, or --all"),
    };

    private static Measure Measure(string name)
    {
        var index = OutcomeColumns.Measures.IndexOf(name);
        return index >= 0
            ? (Measure)index
            : throw new InputException($"--measure: {Catalogue.UnknownText("measure", name, OutcomeColumns.Measures)}");
    }

    private static ExplainFormat Format(string? name)
    {
        var index = Formats.IndexOf(name ?? Formats[0]);
        return index >= 0
            ? (ExplainFormat)index
            : throw new InputException($"--format: {Catalogue.UnknownText("format", name!, Formats)}");
    }
}
