namespace Compare.Cli;

/// <summary>What <c>explain</c> was asked for.</summary>
/// <param name="Sides">The two sides, or none for all pairs.</param>
/// <param name="Selection">What runs.</param>
/// <param name="Measures">The measures that are looked at; none: all.</param>
/// <param name="Observed">Tables of what real kernels did.</param>
/// <param name="Format">How to write.</param>
/// <param name="SpreadsheetSafe">Whether a table is for a spreadsheet.</param>
/// <param name="Jobs">Number of threads.</param>
internal sealed record ExplainOptions(
    ImmutableArray<string> Sides,
    SelectionOptions Selection,
    ImmutableArray<Measure> Measures,
    ObservedTables Observed,
    OutputFormat Format,
    bool SpreadsheetSafe,
    int Jobs);

/// <summary>Runs what <c>explain</c> was asked for and writes what came out.</summary>
internal sealed class ExplainSession(ExplainOptions options, Terminal terminal)
{
    private bool IsSurvey => options.Sides.IsEmpty && !options.Selection.HasSides;

    public int Run()
    {
        var (chosen, areOfKernels) = options.Sides is [var left, var right] ? OfSides(left, right) : (options.Selection, (bool?)null);
        var selection = Selection.Of(chosen);
        if (areOfKernels == false && selection.Strategies.Length != 2)
        {
            throw new InputException(
                $"explain: found {selection.Strategies.Length} strategies in {Problem.Quote(chosen.Strategies[0])} and {Problem.Quote(chosen.Strategies[1])}, expected two; FILE.dll:NAME names one");
        }

        var matrix = selection.Run(selection.NamedContenders, options.Jobs, terminal);
        ImmutableArray<(int Left, int Right)> pairs =
        [
            .. ContenderName.PairsOf(matrix.Contenders).Where(pair => areOfKernels is null
                ? IsSurvey || IsOfBase(pair)
                : areOfKernels == (matrix.Contenders[pair.Left].KernelName != matrix.Contenders[pair.Right].KernelName)),
        ];
        bool IsOfBase((int Left, int Right) pair) => matrix.Contenders[pair.Left].KernelName == matrix.Contenders[pair.Right].KernelName
            && matrix.Contenders[pair.Left].StrategyName == selection.Base;

        var explainer = new PairExplainer(matrix, options.Measures, options.Jobs);
        var explained = explainer.Explain(pairs);
        if (explained.IsEmpty)
        {
            throw new InputException(selection.Filter is { UsesContender: true } filter
                ? $"{Selection.WhereName}: found no scenario for which '{filter}' holds on two sides, expected at least one"
                : $"explain: found {matrix.Contenders[0].StrategyName} on {matrix.Contenders[0].KernelName} alone, "
                    + "expected two strategies or two kernels");
        }

        Write(new ExplainCase(
            chosen.MatrixName,
            selection.Filter,
            explained,
            IsSurvey ? EquivalentStrategies.Of(matrix) : [],
            IsSurvey && chosen.MatrixName == ScenarioSource.Cross ? OfStandard(matrix, explainer, pairs) : null,
            options.Observed.Read(selection, terminal),
            selection.Guests));
        return ExitCodes.Done;
    }

    private static bool IsKernel(string name)
    {
        if (Catalogue.Kernels.Any(kernel => kernel.Name == name))
        {
            return true;
        }

        var strategies = Catalogue.Strategies.Concat(Catalogue.Examples).Select(strategy => strategy.Name).ToArray();
        return strategies.Contains(name) || NamedStrategies.IsGuest(name)
            ? false
            : throw new InputException(Catalogue.UnknownText(
                "strategy or kernel", name, [.. strategies, .. Catalogue.Kernels.Select(kernel => kernel.Name)]));
    }

    /// <summary>The selection with the two sides in it.</summary>
    /// <exception cref="InputException">A name is unknown, or the two sides cannot be compared.</exception>
    private (SelectionOptions Chosen, bool? AreOfKernels) OfSides(string left, string right)
    {
        if (left == right)
        {
            throw new InputException($"explain: found {Problem.Quote(left)} twice, expected two different sides");
        }

        var areOfKernels = IsKernel(left);
        if (areOfKernels != IsKernel(right))
        {
            throw new InputException($"explain: found {Problem.Quote(left)} and {Problem.Quote(right)}, expected two strategies or two kernels");
        }

        return (areOfKernels, options.Selection) switch
        {
            (true, { Kernels.IsEmpty: false }) => throw new InputException(
                "found --kernel and kernels to compare, expected one of them; --strategy names the strategies"),
            (false, { Strategies.IsEmpty: false }) => throw new InputException(
                "found --strategy and strategies to compare, expected one of them; --kernel names the kernels"),
            (true, var selection) => (selection with { Kernels = [left, right] }, true),
            (false, var selection) => (selection with { Strategies = [left, right] }, false),
        };
    }

    /// <summary>The standard matrix is a part of the full product, so it need not run again.</summary>
    private ExplainTransfer? OfStandard(OutcomeSet cross, PairExplainer ofCross, ImmutableArray<(int Left, int Right)> pairs)
    {
        var ids = StandardMatrix.Build().Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        var standard = cross.Part(scenario => ids.Contains(scenario.Id));
        if (standard.Scenarios.IsEmpty)
        {
            return null;
        }

        var explainer = new PairExplainer(standard, options.Measures, options.Jobs);
        var explained = explainer.Explain(pairs);
        return new ExplainTransfer(ScenarioSource.Standard, explained, PairExplainer.ExceptionsOf(explained, ofCross));
    }

    private void Write(ExplainCase document)
    {
        switch (options.Format)
        {
            case OutputFormat.Markdown:
                MarkdownRenderer.Write(ExplainReport.Of(document), terminal.Output);
                break;
            case OutputFormat.Csv:
                ExplainTableWriter.Write(document, terminal.Table(), options.SpreadsheetSafe);
                break;
            default:
                terminal.Screen.Write(ExplainReport.Of(document));
                break;
        }
    }
}
