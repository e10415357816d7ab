namespace Compare.Cli.Commands;

/// <summary><c>compare explain</c>: exactly when two strategies or kernels differ, and the smallest case of each difference.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var left = new Argument<string?>("LEFT") { Description = "A strategy (a name, or FILE.dll:NAME) or a kernel.", Arity = ArgumentArity.ZeroOrOne };
        var right = new Argument<string?>("RIGHT") { Description = "The one to compare it with, of the same sort.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Explain every pair of strategies and of kernels instead, in short." };
        var parts = new Option<bool>("--parts")
        {
            Description = "Tell instead what each answer of LEFT, a predicate, does that is not the base's, alone and within the whole.",
        };
        var measures = new Option<string[]>("--measure")
        {
            Description = $"Look at this measure only; may be repeated. One of {string.Join(", ", OutcomeColumns.Measures)} [default: each].",
            HelpName = "NAME",
        };
        var format = SharedOptions.Format();
        var spreadsheetSafe = SharedOptions.SpreadsheetSafe();
        var jobs = SharedOptions.Jobs();
        var command = new Command("explain", "Say exactly when two strategies or kernels differ, with the smallest case of each difference.")
        {
            left, right, all, parts,
        };
        var selection = SelectionOptions.AddTo(command);
        command.Add(measures);
        var observed = ObservedTables.AddTo(command);
        command.Add(format);
        command.Add(spreadsheetSafe);
        command.Add(jobs);
        command.SetAction(parsed =>
        {
            var isOfParts = parsed.GetValue(parts);
            if (isOfParts && parsed.GetValue(all))
            {
                throw new InputException("explain: found --all and --parts, expected one of them");
            }

            var options = new ExplainOptions(
                isOfParts ? [.. ((string?[])[parsed.GetValue(left), parsed.GetValue(right)]).OfType<string>()]
                    : Sides(parsed.GetValue(left), parsed.GetValue(right), parsed.GetValue(all), selection(parsed).HasSides),
                selection(parsed),
                [.. (parsed.GetValue(measures) ?? []).Select(Measure).Distinct()],
                observed(parsed),
                format.Of(parsed),
                SharedOptions.ForTable(parsed.GetValue(spreadsheetSafe), format.Of(parsed) == OutputFormat.Csv, "--format csv"),
                jobs.Of(parsed));
            return isOfParts ? new PartsSession(options, terminal).Run() : new ExplainSession(options, terminal).Run();
        });
        return command;
    }

    private static ImmutableArray<string> Sides(string? left, string? right, bool all, bool hasCandidates) => (left, right, all) switch
    {
        (not null, _, _) or (_, _, true) when hasCandidates => throw new InputException(
            $"explain: found {(all ? "--all" : Problem.Quote(left!))} and --base or --candidate, expected one of them"),
        (null, null, false) when hasCandidates => [],
        (null, _, true) => [],
        (not null, not null, false) => [left, right],
        (not null, _, true) => throw new InputException($"explain: found --all and {Problem.Quote(left)}, expected one of them"),
        (not null, null, _) => throw new InputException($"explain: found {Problem.Quote(left)} alone, expected LEFT RIGHT, --base and --candidate, or --all"),
        _ => throw new InputException("explain: found nothing, expected LEFT RIGHT, --base and --candidate, or --all"),
    };

    private static Measure Measure(string name)
    {
        var index = OutcomeColumns.Measures.IndexOf(name);
        return index >= 0
            ? (Measure)index
            : throw new InputException($"--measure: {Catalogue.UnknownText("measure", name, OutcomeColumns.Measures)}");
    }
}
