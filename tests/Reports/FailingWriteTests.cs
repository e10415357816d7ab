using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Tests.Reports;

/// <summary>A disk that fills up in the middle of a table.</summary>
public sealed class FailingWriteTests
{
    private static readonly string[] Cells = ["ok", "dax", "", "0", "0", "0", "0", "0", "0"];

    [Theory]
    [InlineData("outcomes.csv")]
    [InlineData("outcomes.csv.gz")]
    public void It_ends_in_an_error_and_never_in_a_short_table(string name)
    {
        using var disk = new SmallDisk(room: 1_000);
        Assert.Throws<IOException>(() =>
        {
            using var writer = new OutcomeTableWriter(AtomicFiles.Compressed(name, disk));
            for (var i = 0; i < 100_000; i++)
            {
                Write(writer, ScenarioText.Parse($"id={i:D6} steps=load"));
            }
        });
    }

    [Theory]
    [InlineData("outcomes.csv")]
    [InlineData("outcomes.csv.gz")]
    public void It_is_an_error_also_for_the_last_bytes(string name)
    {
        using var disk = new SmallDisk(room: 20);
        Assert.Throws<IOException>(() =>
        {
            using var writer = new OutcomeTableWriter(AtomicFiles.Compressed(name, disk));
            Write(writer, ScenarioText.Parse("id=a steps=load"));
        });
    }

    private static void Write(OutcomeTableWriter writer, Scenario scenario)
    {
        var row = OutcomeRow.Create(scenario, "v4.13", "v2", Cells);
        writer.Write(row.Scenario, row.Contender, row.Outcome);
    }

    private sealed class SmallDisk(int room) : MemoryStream
    {
        private int _room = room;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _room -= buffer.Length;
            if (_room < 0)
            {
                throw new IOException("No space left on device");
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
