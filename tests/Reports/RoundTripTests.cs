using System.Text.RegularExpressions;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;
using CsCheck;

namespace Compare.Tests.Reports;

public sealed class RoundTripTests : IDisposable
{
    private const int Count = 8;

    private static readonly Gen<OutcomeRow[]> Tables = Generators.Table(1, 50);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string> ObservationFiles => [.. RepositoryRoot.Observations.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(ObservationFiles))]
    public void An_observation_file_is_read_and_written_back_byte_for_byte(string name)
    {
        var path = RepositoryRoot.File(Path.Combine("tests/Observations", name));
        var table = OutcomeTable.Read(path);
        var rows = OutcomeRow.Of(table);
        Assert.Equal(File.ReadLines(path).Count() - 1, rows.Length);
        Assert.Empty(table.ExtraColumns);
        Assert.All(rows, row => Assert.Matches($"^{Regex.Escape(row.Kernel)}-(?:[a-z]+-)?{row.Strategy}.csv$", name));
        Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(Bytes(rows)), $"{name} is not what was written back");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parsing_a_written_outcome_table_gives_the_table(int seed)
        => Cases.Check(Tables, seed, Count, rows =>
            Assert.Equal(rows, OutcomeRow.Of(OutcomeTable.Read(_directory.Write("t.csv", Bytes(rows))))));

    [Theory]
    [InlineData(4, "\n", "")]
    [InlineData(5, "\r\n", "")]
    [InlineData(6, "\r\n", "\uFEFF")]
    public void Order_of_rows_and_columns_line_ends_and_byte_order_mark_do_not_matter(int seed, string end, string mark)
    {
        var shuffled = from rows in Tables
                       from other in Gen.Shuffle(rows)
                       from columns in Gen.Shuffle(OutcomeColumns.All.Append("note").ToArray())
                       select (rows, other, columns);
        Cases.Check(shuffled, seed, Count, item =>
        {
            var (rows, other, columns) = item;
            var lines = other.Select(row =>
                Array.ConvertAll(columns, column => column == "note" ? "a note, with \"quotes\"" : row.Text(column)));
            var table = OutcomeTable.Read(_directory.Write("t.csv", mark + Csv.Quoted(lines.Prepend(columns), end)));
            Assert.Equal(["note"], table.ExtraColumns);
            Assert.Equal(Bytes(rows), Bytes(OutcomeRow.Of(table)));
        });
    }

    [Fact]
    public void Parsing_a_written_scenario_table_gives_the_table()
        => Cases.Check(Generators.Scenarios(1, 99), seed: 7, count: 10, scenarios =>
        {
            var ordered = scenarios.OrderBy(scenario => scenario.Id, StringComparer.Ordinal).ToList();
            using (var writer = new ScenarioTableWriter(File.Create(_directory["t.csv"])))
            {
                ordered.ForEach(writer.Write);
            }

            Assert.Equal(ordered, ScenarioTable.Read(_directory["t.csv"]).Scenarios);
        });

    [Fact]
    public void The_standard_matrix_is_a_table_like_any_other()
    {
        using (var writer = new ScenarioTableWriter(AtomicFiles.Compressed("t.csv.gz", File.Create(_directory["t.csv.gz"]))))
        {
            foreach (var scenario in StandardMatrix.Build())
            {
                writer.Write(scenario);
            }
        }

        Assert.Equal(StandardMatrix.Build(), ScenarioTable.Read(_directory["t.csv.gz"]).Scenarios);
    }

    [Fact]
    public void A_compressed_table_has_the_same_bytes_every_time_and_reads_as_the_plain_one()
        => Cases.Check(Tables, seed: 8, Count, rows =>
        {
            var packed = Bytes(rows, "t.csv.gz");
            Assert.Equal(packed, Bytes(rows, "other.csv.gz"));
            Assert.Equal([0, 0, 0, 0], packed[4..8]);
            Assert.Equal(Bytes(rows), Bytes(OutcomeRow.Of(OutcomeTable.Read(_directory.Write("t.csv.gz", packed)))));
        });

    private static byte[] Bytes(IEnumerable<OutcomeRow> rows, string name = "t.csv")
    {
        using var bytes = new MemoryStream();
        using (var writer = new OutcomeTableWriter(AtomicFiles.Compressed(name, bytes)))
        {
            foreach (var row in rows)
            {
                writer.Write(row.Scenario, row.Contender, row.Outcome);
            }
        }

        return bytes.ToArray();
    }
}
