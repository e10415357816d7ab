using Compare.Comparison;
using Spectre.Console;

namespace Compare.Reports;

/// <summary>What <c>run</c> prints: how each pair differs, and what each strategy's steps came to.</summary>
public static class RunReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="summary">What the run came to.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(MatrixSummary summary, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(screen);
        if (summary.Pairs.Count > 0)
        {
            WritePairTable(summary, screen);
            screen.Line();
        }

        WriteTallies(summary, screen);
        screen.Line();
        SafetyReport.Write(summary, screen);
        if (summary.Contenders.Any(contender => !contender.IsObserved))
        {
            screen.Line();
            screen.Line("(never observed): no real kernel like this was recorded; the model alone says so.");
        }
    }

    /// <summary>The name of a kernel, marked where none like it was observed.</summary>
    internal static string KernelName(ContenderName contender) =>
        contender.IsObserved ? contender.KernelName : $"{contender.KernelName} (never observed)";

    /// <summary>Writes the table of pairs, with what its columns mean.</summary>
    internal static void WritePairTable(MatrixSummary summary, Screen screen)
    {
        screen.Heading("Scenarios in which a pair is the same, and the others by what differs first:");
        screen.Line("a result (fixed: not ok on the left, ok on the right; broken: the reverse),");
        screen.Line("else a mapped page, else journal starts, else calls, counters, time or blocks.");
        screen.Line();
        var table = Tables.Create(2, "left", "right", "scenarios", "same", "fixed", "broken", "other result", "page", "journal only", "else");
        foreach (var pair in summary.Pairs)
        {
            table.AddRow(
                Markup.Escape(Name(summary.Contenders[pair.Left])),
                Markup.Escape(Name(summary.Contenders[pair.Right])),
                Numbers.Text(pair.Scenarios),
                Numbers.Text(pair[DifferenceKind.Same]),
                pair[DifferenceKind.Fixed] == 0 ? "0" : Tables.InColour(Numbers.Text(pair[DifferenceKind.Fixed]), "green"),
                pair[DifferenceKind.Broken] == 0 ? "0" : Tables.InColour(Numbers.Text(pair[DifferenceKind.Broken]), "red"),
                Numbers.Text(pair[DifferenceKind.OtherResult]),
                Numbers.Text(pair[DifferenceKind.Page]),
                Numbers.Text(pair[DifferenceKind.Journal]),
                Numbers.Text(pair[DifferenceKind.Other]));
        }

        screen.Table(table, keys: 2);
    }

    private static string Name(ContenderName contender) => $"{KernelName(contender)} {contender.StrategyName}";

    private static void WriteTallies(MatrixSummary summary, Screen screen)
    {
        screen.Heading("Steps that end in SIGBUS, block or never end, and journal starts in all steps");
        screen.Line("by the fault handler itself and by the block lookup inside it:");
        screen.Line();
        var table = Tables.Create(2, "kernel", "strategy", "SIGBUS", "blocked", "livelock", "journal starts", "lookup starts");
        for (var i = 0; i < summary.Contenders.Length; i++)
        {
            var tally = summary.Tally(i);
            table.Row(
                KernelName(summary.Contenders[i]),
                summary.Contenders[i].StrategyName,
                Numbers.Text(tally.SigBus),
                Numbers.Text(tally.Blocked),
                Numbers.Text(tally.Livelock),
                Numbers.Text(tally.JournalStarts),
                Numbers.Text(tally.LookupStarts));
        }

        screen.Table(table, keys: 2);
    }
}
