using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>The sign-off report as a plain-text mail of at most 72 columns, to be sent as a reply.</summary>
public static class SignOffMail
{
    /// <summary>A longer condition is nothing to read in a mail.</summary>
    private const int ConditionLines = 8;

    /// <summary>Writes the mail.</summary>
    /// <param name="signOff">What is to be signed.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SignOffCase signOff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(signOff);
        ArgumentNullException.ThrowIfNull(writer);
        var mail = new MailText(writer);
        mail.Paragraph($"{ExplainWords.List(signOff.Strategies.Select(strategy => strategy.Name))} on "
            + $"{ExplainWords.List(signOff.Kernels.Select(RunReport.KernelName))}, compared in a model of the kernel's fault path over "
            + $"{Numbers.Text(signOff.Summary.Scenarios)} scenarios.");
        mail.Line();
        foreach (var (label, text) in SignOffAnswer.Of(signOff))
        {
            mail.Paragraph($"{label}: {text}", hanging: 2);
        }

        WritePairs(signOff, mail);
        mail.Heading("Findings, each strategy on its own");
        WriteGroups(signOff, signOff.Groups(isFinding: true), mail);
        mail.Heading("Differences between strategies, worst first");
        WriteGroups(signOff, ClassesOf(signOff, areStrategies: true), mail);
        WriteKernels(signOff, mail);
        WriteLedger(signOff.Standing, mail);
        WriteCompared(signOff, mail);
        mail.Line();
        mail.Paragraph("Reviewed-by:");
        mail.Paragraph("Tested-by:");
    }

    private static IEnumerable<ItemGroup> ClassesOf(SignOffCase signOff, bool areStrategies)
    {
        var kernels = signOff.Kernels.Select(kernel => kernel.KernelName).ToHashSet(StringComparer.Ordinal);
        return signOff.Groups(isFinding: false).Where(group => kernels.Contains(group.First.Place) == areStrategies);
    }

    private static void WritePairs(SignOffCase signOff, MailText mail)
    {
        var contenders = signOff.Summary.Contenders;
        var groups = signOff.Summary.Pairs
            .Where(pair => contenders[pair.Left].KernelName == contenders[pair.Right].KernelName)
            .GroupBy(pair => (contenders[pair.Left].StrategyName, contenders[pair.Right].StrategyName));
        mail.Heading("Scenarios by what differs first");
        foreach (var group in groups)
        {
            mail.Paragraph($"{group.Key.Item1} -> {group.Key.Item2}");
            foreach (var same in group.GroupBy(Tally, pair => contenders[pair.Left].KernelName))
            {
                mail.Paragraph($"{string.Join(", ", same)}: {same.Key}", indent: 2, hanging: 2);
            }
        }
    }

    private static string Tally(PairTally pair) => $"same {Numbers.Text(pair[DifferenceKind.Same])}, fixed {Numbers.Text(pair[DifferenceKind.Fixed])}, "
        + $"broken {Numbers.Text(pair[DifferenceKind.Broken])}, other result {Numbers.Text(pair[DifferenceKind.OtherResult])}, page {Numbers.Text(pair[DifferenceKind.Page])}, "
        + $"journal only {Numbers.Text(pair[DifferenceKind.Journal])}, else {Numbers.Text(pair[DifferenceKind.Other])}";

    /// <summary>Groups that say the same of several pairs or strategies stand together; bookkeeping is counted.</summary>
    private static void WriteGroups(SignOffCase signOff, IEnumerable<ItemGroup> groups, MailText mail)
    {
        var all = groups.ToLookup(group => group.First.Severity == DifferenceSeverity.Bookkeeping);
        var any = false;
        foreach (var same in all[false].GroupBy(group => (group.First.Title, group.First.Detail, group.First.When, group.First.Witness.Id)))
        {
            if (any)
            {
                mail.Line();
            }

            any = true;
            WriteGroup(signOff, [.. same], mail);
        }

        if (!any)
        {
            mail.Paragraph("None.");
        }

        if (all[true].Sum(group => group.Members.Length) is > 0 and var left)
        {
            mail.Line();
            mail.Paragraph($"And {Numbers.Text(left)} of severity bookkeeping (time, blocks, handler calls, counters), in the Markdown report.");
        }
    }

    private static void WriteGroup(SignOffCase signOff, ItemGroup[] same, MailText mail)
    {
        var item = same[0].First;
        mail.Paragraph($"{SeverityWords.Of(item.Severity)}: {item.Title}", hanging: 2);
        foreach (var group in same)
        {
            mail.Paragraph(
                $"{group.First.Topic}: {string.Join(", ", group.Members.Select(member => $"{member.Item.Place} {member.Item.Id} {State(member)}"))}",
                indent: 2,
                hanging: 2);
        }

        mail.Paragraph(SignOffItems.Count(item), indent: 2, hanging: 2);
        WriteCondition(item, mail);
        mail.Paragraph($"smallest: compare run{signOff.Options} --scenario \"{item.WitnessText}\"", indent: 2, hanging: 2);
        if (item.IsFinding)
        {
            mail.Paragraph($"there: {item.Values}", indent: 2, hanging: 2);
        }
    }

    private static void WriteCondition(SignOffItem item, MailText mail)
    {
        var lines = ExplainLines.Condition("when ", item.Condition, MailText.Width - 2).ToArray();
        if (lines.Length > ConditionLines)
        {
            mail.Paragraph($"when: {ExplainWords.Counted(item.Condition.Terms.Length, "term")}, in the Markdown report", indent: 2, hanging: 2);
            return;
        }

        foreach (var line in lines)
        {
            mail.Paragraph(line, indent: 2 + line.Length - line.TrimStart().Length, hanging: 2);
        }
    }

    private static string State(JudgedItem item) => item.State switch
    {
        ItemState.Open => "open",
        ItemState.Void => "void",
        _ => $"{(item.State == ItemState.Accepted ? LedgerColumns.Accepted : LedgerColumns.Rejected)} by {item.Entry!.By}, {SignOffLedger.Date(item.Entry)}",
    };

    private static void WriteKernels(SignOffCase signOff, MailText mail)
    {
        var classes = ClassesOf(signOff, areStrategies: false).SelectMany(group => group.Members).ToArray();
        if (classes.Length > 0)
        {
            mail.Line();
            mail.Paragraph($"Between the kernels, under one strategy, there are {Numbers.Text(classes.Length)} classes of differences, which "
                + "no patch makes; the Markdown report has them.");
        }
    }

    private static void WriteLedger(Standing standing, MailText mail)
    {
        var decided = standing.Items.Where(item => item.State is ItemState.Void or ItemState.Rejected).ToArray();
        if (decided.Length + standing.Stale.Length == 0)
        {
            return;
        }

        mail.Heading("Void, rejected and stale decisions");
        foreach (var item in decided)
        {
            var what = item.State == ItemState.Void ? "void, the evidence has changed" : LedgerColumns.Rejected;
            mail.Paragraph($"{item.Item.Id} {what}: {item.Entry!.By}, {SignOffLedger.Date(item.Entry)}: {item.Entry.Reason}", hanging: 2);
        }

        foreach (var entry in standing.Stale)
        {
            mail.Paragraph($"{entry.Id} stale, nothing matches it: {entry.Subject}: {entry.Change}", hanging: 2);
        }
    }

    private static void WriteCompared(SignOffCase signOff, MailText mail)
    {
        mail.Heading("What was compared");
        foreach (var strategy in signOff.Strategies)
        {
            mail.Paragraph($"{strategy.Name}: journal for: {strategy.Condition} ({strategy.Origin})", hanging: 2);
        }

        mail.Paragraph($"compare {signOff.Version}, matrix {signOff.Matrix}{(signOff.Where is null ? "" : $" where {signOff.Where}")}", hanging: 2);
        mail.Paragraph("sha256 of the scenarios, then of the outcomes that compare run writes:");
        mail.Paragraph(signOff.MatrixHash, indent: 2);
        mail.Paragraph(signOff.OutcomeHash, indent: 2);
    }
}
