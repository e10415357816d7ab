using Compare.Comparison;
using Compare.Engine;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Tests.Comparison.Regression;

public sealed class DiffLawTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_diff_of_a_table_with_itself_is_empty(int seed)
    {
        var table = Write("a.csv", Rows(seed));
        var diff = Diff(table, table);
        Assert.True(diff.IsSame);
        Assert.Equal(diff.OldRows, diff.Same);
        Assert.Empty(diff.Classes);
        Assert.Empty(Cells(table, table));
    }

    [Theory]
    [InlineData(3, "\n", "")]
    [InlineData(4, "\r\n", "\uFEFF")]
    public void Order_of_rows_and_columns_does_not_matter(int seed, string end, string mark)
    {
        var rows = Rows(seed);
        var random = new RandomRows(seed);
        var columns = random.Shuffled(OutcomeColumns.All);
        var lines = random.Shuffled(rows).Select(row => columns.Select(column => row.Text(column)).ToArray());
        var shuffled = _directory.Write("b.csv", mark + Csv.Quoted(lines.Prepend(columns), end));
        Assert.True(Diff(Write("a.csv", rows), shuffled).IsSame);
        Assert.True(Diff(shuffled, _directory["a.csv"]).IsSame);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void The_mirrored_diff_has_new_and_removed_exchanged(int seed)
    {
        var (rows, random) = (Rows(seed), new RandomRows(seed));
        var left = Write("a.csv", rows.Where((_, i) => i % 11 != 0));
        var right = Write("b.csv", rows.Where((_, i) => i % 7 != 0)
            .Select((row, i) => i % 5 == 0 ? random.Outcome(row.Scenario, row.Kernel, row.Strategy) : row));
        var (there, back) = (Diff(left, right), Diff(right, left));
        Assert.Equal((there.Same, there.Changed), (back.Same, back.Changed));
        Assert.Equal((there.AddedRows, there.RemovedRows), (back.RemovedRows, back.AddedRows));
        Assert.Equal(there.OldRows, there.Same + there.Changed + there.RemovedRows);
        Assert.Equal(there.NewRows, there.Same + there.Changed + there.AddedRows);
        Assert.Equal(
            Cells(left, right),
            Cells(right, left).Select(item => (item.Key, new CellChange(item.Cell.Column, item.Cell.New, item.Cell.Old))));
        Assert.NotEmpty(there.Classes);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void The_cells_are_those_that_a_plain_comparison_finds(int seed)
    {
        var (rows, random) = (Rows(seed), new RandomRows(seed + 100));
        var changed = rows.Select((row, i) => i % 3 == 0 ? random.Outcome(row.Scenario, row.Kernel, row.Strategy) : row).ToArray();
        var expected = rows.Zip(changed).SelectMany(pair => Enum.GetValues<Measure>()
            .Where(measure => pair.First.Text(measure) != pair.Second.Text(measure))
            .Select(measure => (
                $"{pair.First.Key}", new CellChange(OutcomeColumns.Name(measure), pair.First.Text(measure), pair.Second.Text(measure)))));
        Assert.Equal(expected, Cells(Write("a.csv", rows), Write("b.csv", changed)).Select(item => (item.Key, item.Cell)));
    }

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
        var diff = Diff(Write("a.csv", rows), Write("b.csv", changed));
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
        var random = new Random(1);
        var changed = rows.Select(row => row.Kernel == "v6.1" && random.Next(9) == 0
            ? OutcomeRow.Create(row.Scenario, row.Kernel, row.Strategy, [.. Cells(row).Select((cell, i) => i == (int)Measure.BlocksDelta ? cell + "0" : cell)
                .Select(cell => cell == "00" ? "8" : cell.Replace("|00", "|8", StringComparison.Ordinal).Replace("00|", "8|", StringComparison.Ordinal))])
            : row).ToArray();
        var diff = Diff(Write("a.csv", rows), Write("b.csv", changed));
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

    private static OutcomeRow[] Rows(int seed)
    {
        var random = new RandomRows(seed);
        return
        [
            .. Enumerable.Range(0, 300)
                .Select(random.Scenario)
                .SelectMany(scenario => new[] { random.Outcome(scenario, "v4.13", "v2"), random.Outcome(scenario, "v6.1", "zwisler") })
                .OrderBy(row => row.Scenario.Id, StringComparer.Ordinal).ThenBy(row => row.Kernel, StringComparer.Ordinal),
        ];
    }

    private static TableDiff Diff(string left, string right) => new TableComparison(left, right, DiffOptions.Default).Run();

    private static List<(string Key, CellChange Cell)> Cells(string left, string right)
    {
        var comparison = new TableComparison(left, right, DiffOptions.Default);
        var cells = new List<(string, CellChange)>();
        comparison.ShowCells(comparison.Run(), (key, cell) => cells.Add(($"({string.Join(", ", key)})", cell)));
        return cells;
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
