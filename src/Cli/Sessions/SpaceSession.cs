using System.Text;

namespace Compare.Cli;

/// <summary>What <c>space</c> was asked for.</summary>
/// <param name="Selection">What runs, and which strategies are found.</param>
/// <param name="IsMissing">Whether what the matrix lacks is asked for.</param>
/// <param name="Output">The C file that is written, or the scenario table, if any.</param>
/// <param name="Point">Number of the predicate that goes there; none: the last.</param>
/// <param name="Format">How to write.</param>
/// <param name="SpreadsheetSafe">Whether a table is for a spreadsheet.</param>
/// <param name="Jobs">Number of threads.</param>
internal sealed record SpaceOptions(SelectionOptions Selection, bool IsMissing, string? Output, int? Point, OutputFormat Format, bool SpreadsheetSafe, int Jobs);

/// <summary>Runs what <c>space</c> was asked for and writes what came out.</summary>
internal sealed class SpaceSession(SpaceOptions options, Terminal terminal)
{
    public int Run()
    {
        var selection = Selection.Of(options.Selection);
        if (selection.Filter is { UsesContender: true })
        {
            throw new InputException($"{Selection.WhereName}: found kernel or strategy, expected columns of scenarios alone: every predicate runs each of them");
        }

        if (options is { Point: not null, Output: null })
        {
            throw new InputException("space: found --point without --out, expected both");
        }

        if (options.Output is { } path and not SharedOptions.StandardOutput)
        {
            InputFiles.RefuseOverwrite(path, [options.Selection.MatrixName, .. options.Selection.Guests]);
        }

        var source = selection.Scenarios(terminal);
        if (options.IsMissing)
        {
            return Missing(selection, source);
        }

        var space = ProgressBar.Run(terminal, source.Count * selection.Kernels.Length, report =>
            SpaceCase.Of(selection.Kernels, selection.Strategies, source.Scenarios, options.Jobs, report));
        Selection.RefuseNothing(selection.Filter, space.Kernels[0].Scenarios);
        if (options.Output is { } file)
        {
            Write(file, SpaceFile.Of(Point(space.Fronts[^1]), space.Fronts[^1].Kernels));
        }

        if (options.Output != SharedOptions.StandardOutput)
        {
            Report(space, selection.Filter);
        }

        return ExitCodes.Done;
    }

    private int Missing(Selection selection, ScenarioSource source)
    {
        if (options.Point is not null || options.Format == OutputFormat.Csv || !options.Selection.Strategies.IsEmpty)
        {
            throw new InputException($"space: found --missing and {(options.Point is not null ? "--point" : options.Format == OutputFormat.Csv ? "--format csv" : "--strategy")}, expected one of them");
        }

        ImmutableArray<Scenario> scenarios = [.. source.Scenarios];
        Selection.RefuseNothing(selection.Filter, scenarios.Length);
        var adequacy = ProgressBar.Run(terminal, scenarios.Length * selection.Kernels.Length, report => SpaceAdequacy.Of(selection.Kernels, scenarios, options.Jobs, report));
        if (options.Output == SharedOptions.StandardOutput)
        {
            using var table = new ScenarioTableWriter(terminal.Table());
            Array.ForEach([.. adequacy.Missing], table.Write);
            return ExitCodes.Done;
        }

        if (options.Output is { } file)
        {
            using var outputs = new AtomicFiles();
            using (var table = new ScenarioTableWriter(outputs.CreateTable(file)))
            {
                Array.ForEach([.. adequacy.Missing], table.Write);
            }

            outputs.Commit();
        }

        Show(AdequacyReport.Of(adequacy, options.Selection.MatrixName, selection.Filter));
        return ExitCodes.Done;
    }

    private void Show(Document document)
    {
        if (options.Format == OutputFormat.Markdown)
        {
            MarkdownRenderer.Write(document, terminal.Output);
            return;
        }

        terminal.Screen.Write(document);
        if (options.Output is { } file)
        {
            terminal.Screen.Line();
            terminal.Screen.Line($"Wrote {file}.");
        }
    }

    private FrontPoint Point(SpaceFront front)
    {
        var most = front.Points.Length;
        return most == 0 ? throw new InputException("space: found no predicate that is safe and short enough, expected one to write")
            : (options.Point ?? most) <= most ? front.Points[(options.Point ?? most) - 1]
            : throw new InputException($"--point: found {options.Point}, expected a number from 1 to {most}: so many predicates are the best on {string.Join(", ", front.Kernels)}");
    }

    private void Write(string file, string text)
    {
        if (file == SharedOptions.StandardOutput)
        {
            terminal.Output.Write(text);
            return;
        }

        using var outputs = new AtomicFiles();
        using (var writer = new StreamWriter(outputs.Create(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            writer.Write(text);
        }

        outputs.Commit();
    }

    private void Report(SpaceCase space, FilterExpression? filter)
    {
        if (options.Format == OutputFormat.Csv)
        {
            SpaceTableWriter.Write(space, terminal.Table(), options.SpreadsheetSafe);
        }
        else
        {
            Show(SpaceReport.Of(space, options.Selection.MatrixName, filter));
        }
    }
}
