using System.Text.RegularExpressions;

namespace Compare.Tests;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Documents =>
    [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "README.md",
        .. Directory.EnumerateFiles(RepositoryRoot.File("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryRoot.File(""), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_that_a_document_names_exists(string document)
        => Assert.Empty(PathsIn(document)
            .Where(path => !Exists(path))
            .Select(path => $"{document} names {path}"));

    [Fact]
    public void Every_decision_has_the_next_number_and_says_question_decision_reason_and_cost()
    {
        var decisions = Directory.GetFiles(RepositoryRoot.File("docs/decisions"), "*.md").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(
            Enumerable.Range(1, decisions.Length).Select(number => $"{number:0000}"),
            decisions.Select(path => Path.GetFileName(path).Split('-')[0]));
        Assert.All(decisions, path => Assert.Equal(
            ["## Question", "## Decision", "## Why", "## What it costs"],
            File.ReadLines(path).Where(line => line.StartsWith("## ", StringComparison.Ordinal))));
    }

    private static bool Exists(string path) => Path.Exists(RepositoryRoot.File(path));

    /// <summary>What stands in backticks and is a path of the checkout; neither patterns nor what a build makes.</summary>
    private static List<string> PathsIn(string document)
        => [.. InBackticks().Matches(File.ReadAllText(RepositoryRoot.File(document)))
            .Select(match => match.Groups[1].Value)
            .Where(text => RepositoryPath().IsMatch(text) && !text.Contains("/bin/", StringComparison.Ordinal))
            .Distinct()];

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex InBackticks();

    [GeneratedRegex(@"^((src|reports|strategies|tests|bench|docs|\.ci)/[\w./-]*|[A-Z]\w*(\.\w+)*\.(md|props|targets|sln))$")]
    private static partial Regex RepositoryPath();
}
