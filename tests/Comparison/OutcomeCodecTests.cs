using System.Text.RegularExpressions;
using Compare.Comparison;

namespace Compare.Tests.Comparison;

public sealed partial class OutcomeCodecTests
{
    [Fact]
    public void What_stands_between_the_values_of_steps_is_known_to_one_file()
        => Assert.Equal(
            ["OutcomeText.cs"],
            Directory.EnumerateFiles(RepositoryRoot.File("src/Comparison"), "*.cs", SearchOption.AllDirectories)
                .Where(file => Bar().IsMatch(File.ReadAllText(file)))
                .Select(Path.GetFileName));

    [Fact]
    public void Cells_with_the_same_digits_in_a_row_are_told_apart()
    {
        using var directory = new TemporaryDirectory();
        const string Setup = "v6.1,v2,dax,rw,private,aligned,written,full,huge,load,ok,dax,PMD:NOPAGE,";
        var table = directory.Write(
            "t.csv",
            $"id,kernel,strategy,mount,fs,mapping,geometry,extent,size,thp,steps,{string.Join(',', OutcomeColumns.All[11..])}\n"
            + $"a,{Setup}1,11,0,0,0,0\nb,{Setup}11,1,0,0,0,0\n");
        Assert.Equal(["1 11", "11 1"], OutcomeRow.Of(OutcomeTable.Read(table)).Select(row => $"{row.Outcome.Text(Measure.JournalStarts)} {row.Outcome.Text(Measure.IomapStarts)}"));
    }

    [GeneratedRegex("""['"]\|['"]""")]
    private static partial Regex Bar();
}
