using System.Globalization;

namespace Compare.Cli.Commands;

/// <summary><c>compare prove</c>: whether any sequence of steps, of any length, tells two strategies or kernels apart.</summary>
internal static class ProveCommand
{
    private const string Units = "KMGT";

    public static Command Create(Terminal terminal)
    {
        var left = new Argument<string?>("LEFT") { Description = "A strategy as --strategy of other commands names it; with @KERNEL behind it on that kernel.", Arity = ArgumentArity.ZeroOrOne };
        var right = new Argument<string?>("RIGHT") { Description = "The one to compare it with.", Arity = ArgumentArity.ZeroOrOne };
        var kernels = new Option<string[]>("--kernel")
        {
            Description = $"On this kernel; may be repeated. One of {string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))}, or {Catalogue.All} [default: {Catalogue.All}].",
            HelpName = "NAME",
        };
        var onto = SelectionOptions.OntoOption();
        var where = new Option<string?>(Selection.WhereName)
        {
            Description = $"Only from starts for which this condition on {string.Join(", ", Axes.All.Select(axis => axis.Name))} holds.",
            HelpName = "EXPR",
        };
        var steps = new Option<string[]>("--step")
        {
            Description = $"Of this kind of step alone; may be repeated. One of {string.Join(", ", Axes.Verbs.All)} [default: each].",
            HelpName = "VERB",
        };
        var programs = string.Join(", ", new ProofMeasures().Names);
        var observe = Measures("--observe", $"Compare this measure too; may be repeated. One of {string.Join(", ", OutcomeColumns.Measures)} [default: {programs}].");
        var hide = Measures("--hide", "Do not compare this measure; may be repeated.");
        var depth = new ReadOption<int>("--depth", (name, text) => text is null ? int.MaxValue
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new InputException($"{name}: found {Problem.Quote(text)}, expected a number of steps, from 1"))
        {
            Description = "Longest sequence that is looked at [default: as long as memory lasts].",
            HelpName = "N",
        };
        var memory = new ReadOption<long>("--memory", (name, text) => Bytes(name, text ?? "1G"))
        {
            Description = "Memory for what is remembered, as in 512M or 4G; a group that needs more stays open [default: 1G].",
            HelpName = "SIZE",
        };
        var all = new Option<bool>("--all") { Description = "Go on after a difference, until it is known of each group whether it differs." };
        var format = SharedOptions.Format();
        var spreadsheetSafe = SharedOptions.SpreadsheetSafe();
        var jobs = SharedOptions.Jobs();
        var command = new Command(
            "prove", "Look at every sequence of steps, of any length: prove that none tells two strategies or kernels apart, or find the shortest that does.")
        {
            left, right, kernels, onto, where, steps, observe, hide, depth, memory, all, format, spreadsheetSafe, jobs,
        };
        command.SetAction(parsed => new ProveSession(
            new ProveOptions(
                Side(parsed.GetValue(left), "nothing"),
                Side(parsed.GetValue(right), $"{Problem.Quote(parsed.GetValue(left) ?? "")} alone"),
                [.. parsed.GetValue(kernels) ?? []],
                parsed.GetValue(onto),
                parsed.GetValue(where),
                [.. parsed.GetValue(steps) ?? []],
                new ProofMeasures(parsed.GetValue(observe) ?? [], parsed.GetValue(hide) ?? []),
                new ProofLimits(depth.Of(parsed), memory.Of(parsed)),
                parsed.GetValue(all),
                format.Of(parsed),
                SharedOptions.ForTable(parsed.GetValue(spreadsheetSafe), format.Of(parsed) == OutputFormat.Csv, "--format csv"),
                jobs.Of(parsed)),
            terminal).Run());
        return command;
    }

    private static string Side(string? words, string found) => words ?? throw new InputException($"prove: found {found}, expected LEFT RIGHT");

    private static Option<string[]> Measures(string name, string description) => new(name) { Description = description, HelpName = "MEASURE" };

    private static long Bytes(string name, string text)
    {
        var unit = text.Length > 1 ? Units.IndexOf(text[^1], StringComparison.Ordinal) : -1;
        return unit >= 0 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000
            ? (long)number << (10 * (unit + 1))
            : throw new InputException($"{name}: found {Problem.Quote(text)}, expected a size, as in 512M or 4G");
    }
}
