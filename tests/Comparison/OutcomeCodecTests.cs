using System.Text.RegularExpressions;

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

    [GeneratedRegex("""['"]\|['"]""")]
    private static partial Regex Bar();
}
