using System.Text;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Tests.Reports;

public sealed class OutcomeTableWriterTests
{
    private static readonly string[] Cells = ["ok", "dax", "PUD:FALLBACK PMD:NOPAGE", "1", "0", "0", "0", "1", "-8"];

    [Fact]
    public void A_table_has_the_columns_in_their_order_and_lf_without_a_byte_order_mark()
        => Assert.Equal(
            Csv.OutcomeHeader + "a,v4.13,v2,dax,rw,private,aligned,written,full,huge,load,ok,dax,PUD:FALLBACK PMD:NOPAGE,1,0,0,0,1,-8\n",
            Written(writer => Write(writer, ScenarioText.Parse("id=a steps=load"), "v4.13", "v2")));

    [Fact]
    public void A_table_without_rows_is_its_header() => Assert.Equal(Csv.OutcomeHeader, Written(_ => { }));

    [Fact]
    public void Rows_out_of_order_or_twice_are_refused()
    {
        var (a, b) = (ScenarioText.Parse("id=a steps=load"), ScenarioText.Parse("id=b steps=load"));
        Written(writer =>
        {
            Write(writer, a, "v4.13", "v2");
            Assert.Throws<InvalidOperationException>(() => Write(writer, a, "v4.13", "v2"));
            Assert.Throws<InvalidOperationException>(() => Write(writer, a, "v4.13", "original"));
            Write(writer, a, "v6.1", "original");
            Write(writer, b, "v4.13", "v2");
            Assert.Throws<InvalidOperationException>(() => Write(writer, a, "v6.1", "v2"));
        });
    }

    private static void Write(OutcomeTableWriter writer, Scenario scenario, string kernel, string strategy)
    {
        var row = OutcomeRow.Create(scenario, kernel, strategy, Cells);
        writer.Write(row.Scenario, row.Contender, row.Outcome);
    }

    private static string Written(Action<OutcomeTableWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new OutcomeTableWriter(bytes, leaveOpen: true))
        {
            write(writer);
        }

        return new UTF8Encoding(false, true).GetString(bytes.ToArray());
    }
}
