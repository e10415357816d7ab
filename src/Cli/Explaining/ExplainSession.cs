using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Runs what <c>explain</c> was asked for and writes what came out.</summary>
internal sealed class ExplainSession(ExplainOptions options, Terminal terminal)
{
    public int Run()
    {
        var sides = ExplainSides.Of(options);
        var where = options.Where is null ? null : FilterExpression.Parse(options.Where, FilterVocabulary.ScenarioOnly);
        var matrix = RunMatrix(sides, where);
        var explainer = new PairExplainer(matrix, options.Measures, options.Jobs);
        var isSurvey = options.Sides.IsEmpty;
        var document = new ExplainCase(
            options.Matrix,
            where,
            explainer,
            explainer.Explain(sides.Pairs),
            isSurvey ? EquivalentStrategies.Of(matrix) : [],
            isSurvey && options.Matrix == ScenarioSource.Cross ? OfStandard(matrix, explainer, sides) : null,
            sides.Guests);
        Write(document);
        return ExitCodes.Done;
    }

    private OutcomeSet RunMatrix(ExplainSides sides, FilterExpression? where)
    {
        var source = ScenarioSource.Of(options.Matrix, terminal);
        ImmutableArray<Scenario> scenarios = where is null
            ? [.. source.Scenarios]
            : [.. source.Scenarios.Where(scenario => where.Matches(new FilterSubject(scenario)))];
        if (scenarios.IsEmpty)
        {
            throw new InputException(where is null
                ? $"{options.Matrix}: found no scenario, expected at least one"
                : $"--where: found nothing for which '{where}' holds, expected at least one");
        }

        return ProgressBar.Run(
            terminal, scenarios.Length, report => new MatrixRun(sides.Contenders, options.Jobs).Run(scenarios, report));
    }

    /// <summary>The standard matrix is a part of the full product, so it need not run again.</summary>
    private ExplainTransfer? OfStandard(OutcomeSet cross, PairExplainer ofCross, ExplainSides sides)
    {
        var ids = StandardMatrix.Build().Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        var standard = cross.Part(scenario => ids.Contains(scenario.Id));
        if (standard.Scenarios.IsEmpty)
        {
            return null;
        }

        var explainer = new PairExplainer(standard, options.Measures, options.Jobs);
        var pairs = explainer.Explain(sides.Pairs);
        return new ExplainTransfer(ScenarioSource.Standard, pairs, PairExplainer.ExceptionsOf(pairs, ofCross));
    }

    private void Write(ExplainCase document)
    {
        switch (options.Format)
        {
            case ExplainFormat.Markdown:
                MarkdownRenderer.Write(ExplainReport.Of(document), terminal.Output);
                break;
            case ExplainFormat.Csv:
                ExplainTableWriter.Write(document, new TextStream(terminal.Output));
                break;
            default:
                terminal.Screen.Write(ExplainReport.Of(document));
                break;
        }
    }
}
