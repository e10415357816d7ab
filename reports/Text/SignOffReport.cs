using Compare.Comparison;

namespace Compare.Reports;

/// <summary>The sign-off report as Markdown, for a person who decides.</summary>
public static class SignOffReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="signOff">What is to be signed.</param>
    /// <param name="validityLink">Where VALIDITY.md is, from the report's directory; <see langword="null"/> where it is not at hand.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SignOffCase signOff, string? validityLink, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(signOff);
        ArgumentNullException.ThrowIfNull(writer);
        var screen = new Screen(writer, Colour: false, int.MaxValue);
        screen.Line($"# Sign-off: {string.Join(", ", signOff.Strategies.Select(strategy => strategy.Name))} "
            + $"on {string.Join(", ", signOff.Kernels.Select(RunReport.KernelName))}");
        WriteAnswer(signOff, screen);
        WriteCompared(signOff, screen);
        RunReport.WritePairTable(signOff.Summary, screen);
        SignOffItems.Write(signOff, screen);
        WriteValidity(signOff, validityLink, screen);
        SignOffLedger.Write(signOff, screen);
    }

    /// <summary>How far it is signed, in one line.</summary>
    /// <param name="signOff">What is to be signed.</param>
    public static string State(SignOffCase signOff)
    {
        ArgumentNullException.ThrowIfNull(signOff);
        return SignOffAnswer.State(signOff);
    }

    /// <summary>Text that stands in a Markdown line or cell as it is.</summary>
    internal static string Plain(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "\\<", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal);

    private static string Choice(SignOffCase signOff)
        => (signOff.Matrix == "standard" ? "" : $" --matrix {signOff.Matrix}") + (signOff.Where is null ? "" : $" --where \"{signOff.Where}\"") + signOff.Options;

    private static void WriteAnswer(SignOffCase signOff, Screen screen)
    {
        screen.Line();
        screen.Line("## The answer");
        screen.Line();
        var number = 0;
        foreach (var (label, text) in SignOffAnswer.Of(signOff))
        {
            screen.Line($"{++number}. **{label}.** {Plain(text)}");
        }
    }

    private static void WriteCompared(SignOffCase signOff, Screen screen)
    {
        screen.Line();
        screen.Line("## What was compared");
        screen.Line();
        foreach (var strategy in signOff.Strategies)
        {
            screen.Line($"- strategy **{strategy.Name}**: starts the journal where: {Plain(strategy.Condition)} ({Plain(strategy.Origin)})");
        }

        screen.Line($"- kernels: {string.Join(", ", signOff.Kernels.Select(RunReport.KernelName))}, in a model of their fault path");
        screen.Line($"- scenarios: {Numbers.Text(signOff.Summary.Scenarios)} of matrix `{signOff.Matrix}`"
            + (signOff.Where is null ? "" : $" where `{signOff.Where}`") + "; a small world and a few steps each");
        screen.Line($"- tool: compare {signOff.Version}");
        screen.Line($"- sha256 of the scenarios: `{signOff.MatrixHash}`");
        screen.Line($"- sha256 of the {Numbers.Text(signOff.OutcomeRows)} outcomes, `outcomes.csv` of `compare run{Choice(signOff)}`: `{signOff.OutcomeHash}`");
        screen.Line();
        screen.Line("## Pairs");
        screen.Line();
    }

    private static void WriteValidity(SignOffCase signOff, string? link, Screen screen)
    {
        screen.Line();
        screen.Line("## How far the model was validated");
        screen.Line();
        screen.Line(SignOffAnswer.Model(signOff));
        screen.Line($"Each of them is named in {(link is null ? "`VALIDITY.md`" : $"[VALIDITY.md]({link})")}. One processor: races are not modelled.");
    }
}
