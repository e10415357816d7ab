using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class ScenarioTableTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Rows_are_given_in_ordinal_order_of_the_id()
    {
        var text = Csv.ScenarioHeader + string.Concat(((string[])["b", "B", "a"]).Select(id => Csv.With(Csv.ScenarioHeader, Csv.ScenarioRow, "id", id)));
        Assert.Equal(["B", "a", "b"], Read(text).Scenarios.Select(scenario => scenario.Id));
    }

    [Fact]
    public void A_duplicate_id_is_refused_with_both_lines()
        => Refused(
            Csv.ScenarioHeader + Csv.ScenarioRow + Csv.ScenarioRow.Replace("a,", "b,", StringComparison.Ordinal) + Csv.ScenarioRow,
            ":4: column 'id': found 'a' again, which line 2 has already; expected an id that is unique in the file");

    [Theory]
    [InlineData("mount", "dx", "found 'dx', expected one of dax, nodax; did you mean 'dax'?")]
    [InlineData("fs", "read-only", "found 'read-only', expected one of rw, ro,")]
    [InlineData("mapping", "shard", "did you mean 'shared'?")]
    [InlineData("geometry", "Aligned", "did you mean 'aligned'?")]
    [InlineData("extent", "", "found nothing, expected one of written")]
    [InlineData("size", "4096", "expected one of full, partial")]
    [InlineData("thp", "no_huge", "did you mean 'nohuge'?")]
    [InlineData("steps", "load stor", "unknown step: found 'stor'")]
    [InlineData("steps", "fork@near", "only an access, read and write name a page")]
    [InlineData("id", "", "found nothing, expected a name")]
    public void A_value_that_a_column_does_not_have_is_refused_at_its_place(string column, string cell, string reason)
    {
        var message = Refused(Csv.Scenario(column, cell), reason);
        Assert.Contains($":2: column '{column}': ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_combination_that_cannot_exist_is_refused_at_the_mapping()
        => Refused(
            Csv.ScenarioHeader + "a,dax,ro,shared,aligned,written,full,huge,load\n",
            ":2: column 'mapping': found 'shared' with fs 'ro'");

    [Fact]
    public void An_extra_column_is_reported_and_one_that_is_nearly_known_is_an_error()
    {
        var table = Read("note,id,mount,fs,mapping,geometry,extent,size,thp,steps,access\nx," + Csv.ScenarioRow.TrimEnd() + ",load\n");
        Assert.Equal(["note", "access"], table.ExtraColumns);
        Refused("extents," + Csv.ScenarioHeader + "x," + Csv.ScenarioRow, ":1: found unknown column 'extents'; did you mean 'extent'?");
    }

    [Fact]
    public void A_duplicate_column_is_refused()
        => Refused("fs," + Csv.ScenarioHeader + "rw," + Csv.ScenarioRow, ":1: found column 'fs' twice, at places 1 and 4");

    [Fact]
    public void A_missing_column_is_refused_by_name()
        => Refused("id,mount,fs,mapping,geometry,extent,size,steps\n", ":1: found no column thp; expected the columns id, mount, fs");

    [Fact]
    public void A_misspelt_column_is_refused_with_the_right_one()
        => Refused(Csv.ScenarioHeader.Replace("mapping", "maping", StringComparison.Ordinal) + Csv.ScenarioRow, "did you mean 'mapping'?");

    [Fact]
    public void A_header_without_rows_is_refused() => Refused(Csv.ScenarioHeader, ":1: found a header without rows");

    private ScenarioTable Read(string text) => ScenarioTable.Read(_directory.Write("t.csv", text));

    private string Refused(string text, string reason)
    {
        var error = Assert.Throws<InputException>(() => Read(text));
        Assert.StartsWith(_directory["t.csv"], error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}
