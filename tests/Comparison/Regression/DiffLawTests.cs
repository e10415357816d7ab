using Compare.Comparison;
using Compare.Engine;
using Compare.Reports;
using Compare.Scenarios;
using CsCheck;

namespace Compare.Tests.Comparison.Regression;

public sealed class DiffLawTests : IDisposable
{
    private static readonly Gen<OutcomeRow[]> LongTables = Generators.Table(1, 300);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_diff_of_a_table_with_itself_is_empty(int seed)
        => Cases.Check(LongTables, seed, 4, rows =>
        {
            var table = Write("a.csv", rows);
            var (diff, cells) = Compare(table, table);
            Assert.True(diff.IsSame);
            Assert.Equal(diff.OldRows, diff.Same);
            Assert.Empty(diff.Classes);
            Assert.Empty(cells);
        });

    [Theory]
    [InlineData(3, "\n", "")]
    [InlineData(4, "\r\n", "\uFEFF")]
    public void Order_of_rows_and_columns_does_not_matter(int seed, string end, string mark)
    {
        var shuffled = from rows in LongTables
                       from other in Gen.Shuffle(rows)
                       from columns in Gen.Shuffle(OutcomeColumns.All.ToArray())
                       select (rows, other, columns);
        Cases.Check(shuffled, seed, 4, item =>
        {
            var lines = item.other.Select(row => item.columns.Select(column => row.Text(column)).ToArray());
            var (left, right) = (Write("a.csv", item.rows), _directory.Write("b.csv", mark + Csv.Quoted(lines.Prepend(item.columns), end)));
            Assert.True(Compare(left, right).Diff.IsSame);
            Assert.True(Compare(right, left).Diff.IsSame);
        });
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void The_mirrored_diff_has_new_and_removed_exchanged(int seed)
        => Cases.Check(ChangedTables(every: 5), seed, 4, item =>
        {
            var left = Write("a.csv", item.Rows.Where((_, i) => i % 11 != 0));
            var right = Write("b.csv", item.Changed.Where((_, i) => i % 7 != 0));
            var ((there, cells), (back, mirrored)) = (Compare(left, right), Compare(right, left));
            Assert.Equal((there.Same, there.Changed), (back.Same, back.Changed));
            Assert.Equal((there.AddedRows, there.RemovedRows), (back.RemovedRows, back.AddedRows));
            Assert.Equal(there.OldRows, there.Same + there.Changed + there.RemovedRows);
            Assert.Equal(there.NewRows, there.Same + there.Changed + there.AddedRows);
            Assert.Equal(cells, mirrored.Select(cell => (cell.Key, new CellChange(cell.Cell.Column, cell.Cell.New, cell.Cell.Old))));
            Assert.NotEmpty(there.Classes);
        });

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void The_cells_are_those_that_a_plain_comparison_finds(int seed)
        => Cases.Check(ChangedTables(every: 3), seed, 4, item =>
        {
            var expected = item.Rows.Zip(item.Changed).SelectMany(pair => Enum.GetValues<Measure>()
                .Where(measure => pair.First.Text(measure) != pair.Second.Text(measure))
                .Select(measure => (
                    pair.First.Key, new CellChange(OutcomeColumns.Name(measure), pair.First.Text(measure), pair.Second.Text(measure)))));
            Assert.Equal(expected, Compare(Write("a.csv", item.Rows), Write("b.csv", item.Changed)).Cells);
        });

    [Fact]
    public void A_condition_is_true_of_its_rows_and_of_no_other()
    {
        var rows = StandardRows();
        var changed = rows
            .Select(row => row.Scenario.Setup.FileSystem == FileSystemState.Frozen && row.Kernel == "v6.1" && row.StepsRun == 1
                && row.Values(Measure.Result)[0] == "ok"
                    ? OutcomeRow.Create(row.Scenario, row.Kernel, row.Strategy, Failing(row))
                    : row)
            .ToArray();
        var diff = Compare(Write("a.csv", rows), Write("b.csv", changed)).Diff;
        var item = Assert.Single(diff.Classes);
        Assert.Equal((DifferenceSeverity.NewFailure, DifferenceKind.Broken), (item.Severity, item.Direction));
        Assert.True(item.Condition!.IsExact);
        var printed = FilterExpression.Parse(item.Condition.Expression!.ToString(), new FilterVocabulary(["v4.13", "v6.1"], ["v2", "zwisler"]));
        Assert.All(rows.Zip(changed), pair => Assert.Equal(
            pair.First != pair.Second,
            printed.Matches(new FilterSubject(pair.First.Scenario, pair.First.Kernel, pair.First.Strategy))));
        Assert.True(item.Witness.Scenario!.Steps.Length == 1);
    }

    [Fact]
    public void Changes_without_a_pattern_end_in_what_they_have_in_common()
    {
        var rows = StandardRows();
        var chosen = Cases.One(Gen.Int[0, 8].Array[rows.Length], seed: 1);
        var changed = rows.Select((row, number) => row.Kernel == "v6.1" && chosen[number] == 0
            ? OutcomeRow.Create(row.Scenario, row.Kernel, row.Strategy, [.. Cells(row).Select((cell, i) => i == (int)Measure.BlocksDelta ? cell + "0" : cell)
                .Select(cell => cell == "00" ? "8" : cell.Replace("|00", "|8", StringComparison.Ordinal).Replace("00|", "8|", StringComparison.Ordinal))])
            : row).ToArray();
        var diff = Compare(Write("a.csv", rows), Write("b.csv", changed)).Diff;
        var item = Assert.Single(diff.Classes, item => item.Rows > 100);
        Assert.False(item.Condition!.IsExact);
        Assert.Contains("kernel = v6.1", item.Condition.Expression!.ToString(), StringComparison.Ordinal);
        Assert.True(item.Condition.Rows >= item.Rows);
    }

    private static OutcomeRow[] StandardRows()
    {
        var contenders = Contender.Product([KernelProfiles.V413, KernelProfiles.V61], [Simulation.V2, Simulation.Zwisler]);
        return [.. OutcomeRow.Of(new MatrixRun(contenders, 1).Run(StandardMatrix.Build().Where((_, i) => i % 4 == 0)))];
    }

    private static string[] Cells(OutcomeRow row) => [.. Enum.GetValues<Measure>().Select(measure => row.Text(measure))];

    private static string[] Failing(OutcomeRow row)
    {
        var cells = Cells(row);
        cells[(int)Measure.Result] = "SIGBUS";
        return cells;
    }

    /// <summary>Tables, each beside one in which every so many rows have other counts of huge pages and blocks, and some of those another
    /// outcome in all. Were it all of them, there would be many small classes, and the search for conditions where there is no pattern is
    /// the most work there is.</summary>
    private static Gen<(OutcomeRow[] Rows, OutcomeRow[] Changed)> ChangedTables(int every)
        => from rows in Generators.Table(40, 120)
           from changed in Generators.InOrder(rows.Select((row, i) => (i % every, i % (16 * every)) switch
           {
               (_, 0) => Generators.Outcome(row.Scenario, row.Kernel, row.Strategy),
               (0, _) => Generators.WithOtherCounts(row),
               _ => Gen.Const(row),
           }))
           select (rows, changed.ToArray());

    private static (TableDiff Diff, List<(string Key, CellChange Cell)> Cells) Compare(string left, string right)
    {
        var comparison = new TableComparison(left, right, DiffOptions.Default);
        var diff = comparison.Run();
        var cells = new List<(string, CellChange)>();
        comparison.ShowCells(diff, (key, cell) => cells.Add(($"({string.Join(", ", key)})", cell)));
        return (diff, cells);
    }

    private string Write(string name, IEnumerable<OutcomeRow> rows)
    {
        using (var writer = new OutcomeTableWriter(File.Create(_directory[name])))
        {
            foreach (var row in rows)
            {
                writer.Write(row.Scenario, row.Contender, row.Outcome);
            }
        }

        return _directory[name];
    }
}
