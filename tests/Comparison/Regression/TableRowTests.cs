using System.Text;
using Compare.Comparison;
using CsCheck;

namespace Compare.Tests.Comparison.Regression;

/// <summary>Rows as bytes, held to the same rows as texts.</summary>
public sealed class TableRowTests
{
    /// <summary>Texts whose order in UTF-8 is not that in UTF-16 are among them.</summary>
    private static readonly Gen<string> Text = Gen.OneOfConst("", "a", "é", "語", "\uD7FF", "\uE000", "\uFFFD", "😀", "\U0010FFFF").Array[0, 3]
        .Select(string.Concat);

    [Fact]
    public void Texts_in_UTF8_have_the_order_of_their_UTF16_units()
        => Cases.Check(Gen.Select(Text, Text), 61, 4_000, pair => Assert.Equal(
            Math.Sign(string.CompareOrdinal(pair.Item1, pair.Item2)),
            Math.Sign(TableRow.CompareTexts(Encoding.UTF8.GetBytes(pair.Item1), Encoding.UTF8.GetBytes(pair.Item2)))));

    [Fact]
    public void Rows_are_the_same_where_their_fields_are()
        => Cases.Check(Gen.Select(Text.Array[3], Text.Array[3], Gen.Bool), 62, 4_000, rows =>
        {
            var (left, right) = (rows.Item1, rows.Item3 ? rows.Item1 : rows.Item2);
            var (mine, theirs) = (RowOf(left), RowOf(right));
            var different = Enumerable.Range(0, 3).FirstOrDefault(i => left[i] != right[i], 3);
            Assert.Equal(different == 3, mine.HasSameFields(theirs));
            Assert.Equal(different, mine.NextDifferent(theirs, 0));
            Assert.Equal(left[1] == right[1] && left[2] == right[2], mine.HasSameFields(theirs, 1, 2));
            Assert.Equal(left, mine.Texts(3));
        });

    private static TableRow RowOf(string[] fields)
    {
        var row = new TableRow(fields.Length);
        row.Begin(1);
        Array.ForEach(fields, field => row.Add(Encoding.UTF8.GetBytes(field)));
        return row;
    }
}
