namespace Compare.Cli;

/// <summary>Compares two tables and writes what came out.</summary>
internal sealed class DiffSession(string oldPath, string newPath, DiffOptions options, Terminal terminal)
{
    /// <summary>Which rows of the old table count, or all.</summary>
    public Func<FilterSubject, bool>? AdmitsOld { get; init; }

    /// <summary>What a command line calls strategies that are not shipped.</summary>
    public ImmutableArray<string> Guests { get; init; } = [];

    /// <summary>Whether a table is for a spreadsheet.</summary>
    public bool SpreadsheetSafe { get; init; }

    /// <summary>Done before anything is written.</summary>
    public Action? Before { get; init; }

    /// <summary>Compares, and writes to standard output.</summary>
    /// <param name="format">How to write.</param>
    /// <param name="speaksOfSame">Whether tables without a difference are worth a word.</param>
    /// <returns>0: the same. 1: different.</returns>
    public int Run(OutputFormat format, bool speaksOfSame) => Compare((comparison, diff, causes) =>
    {
        if (speaksOfSame || !diff.IsSame)
        {
            Before?.Invoke();
            Write(comparison, diff, causes, format, terminal.Table, terminal.Screen);
        }
    });

    /// <summary>Compares, and writes to a file.</summary>
    /// <param name="format">How to write.</param>
    /// <param name="output">The file; replaced as a whole.</param>
    /// <returns>0: the same. 1: different.</returns>
    public int RunTo(OutputFormat format, string output)
    {
        InputFiles.RefuseOverwrite(output, [oldPath, newPath]);
        return Compare((comparison, diff, causes) =>
        {
            using var outputs = new AtomicFiles();
            var stream = outputs.CreateTable(output);
            using (var writer = format == OutputFormat.Csv ? null : new StreamWriter(stream))
            {
                Write(comparison, diff, causes, format, () => stream, new Screen(writer ?? TextWriter.Null, Colour: false, int.MaxValue));
            }

            outputs.Commit();
        });
    }

    /// <summary>Compares, and hashes the tables meanwhile where a record tells of them.</summary>
    private int Compare(Action<TableComparison, TableDiff, ChangeCauses> write)
    {
        var records = Task.Run(() => (Old: RunRecordReader.Beside(oldPath), New: RunRecordReader.Beside(newPath)));
        var comparison = new TableComparison(oldPath, newPath, options, AdmitsOld);
        var diff = comparison.Run();
        var (oldRecord, newRecord) = records.GetAwaiter().GetResult();
        write(comparison, diff, new ChangeCauses(oldRecord, newRecord));
        return diff.IsSame ? ExitCodes.Done : ExitCodes.Differs;
    }

    private void Write(
        TableComparison comparison, TableDiff diff, ChangeCauses causes, OutputFormat format, Func<Stream> table, Screen screen)
    {
        var document = new DiffCase(oldPath, newPath, diff, causes, Guests);
        switch (format)
        {
            case OutputFormat.Markdown:
                MarkdownRenderer.Write(DiffReport.Of(document), screen.Writer);
                break;
            case OutputFormat.Csv:
                using (var writer = new DiffTableWriter(diff, table(), SpreadsheetSafe))
                {
                    comparison.ShowCells(diff, writer.Write);
                }

                break;
            default:
                screen.Write(DiffReport.Of(document));
                break;
        }
    }
}
