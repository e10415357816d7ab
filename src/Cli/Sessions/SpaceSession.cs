using System.Text;

namespace Compare.Cli;

/// <summary>What <c>space</c> was asked for.</summary>
/// <param name="Selection">What runs, and which strategies are found.</param>
/// <param name="Output">The C file that is written, if any.</param>
/// <param name="Point">Number of the predicate that goes there; none: the last.</param>
/// <param name="Format">How to write.</param>
/// <param name="SpreadsheetSafe">Whether a table is for a spreadsheet.</param>
/// <param name="Jobs">Number of threads.</param>
internal sealed record SpaceOptions(SelectionOptions Selection, string? Output, int? Point, OutputFormat Format, bool SpreadsheetSafe, int Jobs);

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
        switch (options.Format)
        {
            case OutputFormat.Csv:
                SpaceTableWriter.Write(space, terminal.Table(), options.SpreadsheetSafe);
                return;
            case OutputFormat.Markdown:
                MarkdownRenderer.Write(SpaceReport.Of(space, options.Selection.MatrixName, filter), terminal.Output);
                return;
            default:
                terminal.Screen.Write(SpaceReport.Of(space, options.Selection.MatrixName, filter));
                break;
        }

        if (options.Output is { } file)
        {
            terminal.Screen.Line();
            terminal.Screen.Line($"Wrote {file}.");
        }
    }
}
