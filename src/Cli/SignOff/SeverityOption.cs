using System.CommandLine;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>The option <c>--severity</c>.</summary>
internal static class SeverityOption
{
    private const string Name = "--severity";
    private const DifferenceSeverity Default = DifferenceSeverity.NewFailure;

    public static Option<string?> Create() => new(Name)
    {
        Description = $"What is at least as bad as this counts: {string.Join(", ", SeverityWords.All)} [default: {SeverityWords.Of(Default)}].",
        HelpName = "SEVERITY",
    };

    /// <summary>The severity of a word.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static DifferenceSeverity Parse(string? word) => word is null
        ? Default
        : SeverityWords.Parse(word) ?? throw new InputException($"{Name}: {Catalogue.UnknownText("severity", word, SeverityWords.All)}");
}
