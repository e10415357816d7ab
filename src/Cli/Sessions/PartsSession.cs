namespace Compare.Cli;

/// <summary>Runs what <c>explain --parts</c> was asked for.</summary>
internal sealed class PartsSession(ExplainOptions options, Terminal terminal)
{
    public int Run()
    {
        if (options.Format == OutputFormat.Csv || !options.Measures.IsEmpty)
        {
            throw new InputException($"explain: found --parts and {(options.Measures.IsEmpty ? "--format csv" : "--measure")}, expected one of them");
        }

        var selection = Selection.Of(Chosen());
        if (selection.Strategies.Length != 2)
        {
            throw new InputException($"explain: found {selection.Strategies.Length} strategies with --parts, expected two: PATCH, with --base where it is not {Catalogue.Strategies[0].Name}, or LEFT RIGHT");
        }

        if (selection.Filter is { UsesContender: true })
        {
            throw new InputException($"{Selection.WhereName}: found kernel or strategy, expected columns of scenarios alone");
        }

        ImmutableArray<Scenario> scenarios = [.. selection.Scenarios(terminal).Scenarios];
        Selection.RefuseNothing(selection.Filter, scenarios.Length);
        var parts = ProgressBar.Run(terminal, scenarios.Length * selection.Kernels.Length, report =>
            PredicateParts.Of(selection.Kernels, selection.Strategies[0], selection.Strategies[1], scenarios, options.Jobs, report));
        var document = PartsReport.Of(parts, options.Selection.MatrixName, selection.Filter);
        if (options.Format == OutputFormat.Markdown)
        {
            MarkdownRenderer.Write(document, terminal.Output);
        }
        else
        {
            terminal.Screen.Write(document);
        }

        return ExitCodes.Done;
    }

    /// <summary>The selection with the two strategies in it, the base first.</summary>
    private SelectionOptions Chosen() => options.Sides switch
    {
        [var patch] => options.Selection with { Base = options.Selection.Base ?? Catalogue.Strategies[0].Name, Candidates = [patch] },
        [var left, var right] => options.Selection with { Base = left, Candidates = [right] },
        _ => options.Selection,
    };
}
