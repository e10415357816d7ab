using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Shows what is open, one group at a time, and records each answer at once, so that leaving loses nothing.</summary>
internal sealed class ReviewSession(SignOffOptions options, string by, DateOnly date, TextReader input, Terminal terminal)
{
    private ImmutableArray<LedgerRow> _ledger;

    public int Run(DifferenceSeverity severity)
    {
        var session = new SignOffSession(options, terminal, writesLedger: true);
        var groups = ItemGroup.Of(session.Run().Standing.OpenFrom(severity));
        _ledger = session.Ledger;
        for (var i = 0; i < groups.Length; i++)
        {
            ReviewReport.Write(groups[i], i + 1, groups.Length, terminal.Screen);
            if (!Ask(groups[i]))
            {
                terminal.Screen.Line(FormattableString.Invariant($"Left at {i + 1} of {groups.Length}; what was decided is in {options.LedgerPath}."));
                return ExitCodes.Done;
            }
        }

        terminal.Screen.Line(groups.Length == 0 ? "Nothing is open." : "That was the last one.");
        return ExitCodes.Done;
    }

    /// <summary>Asks until there is an answer.</summary>
    /// <returns>Whether to go on.</returns>
    private bool Ask(ItemGroup group)
    {
        while (true)
        {
            switch (Line("accept, reject, skip or quit (a/r/s/q)? ")?.ToUpperInvariant())
            {
                case "A" or "ACCEPT":
                    return Decide(group, isAccepted: true, "reason: ");
                case "R" or "REJECT":
                    return Decide(group, isAccepted: false, "note: ");
                case "S" or "SKIP":
                    return true;
                case "Q" or "QUIT" or null:
                    return false;
                default:
                    break;
            }
        }
    }

    private bool Decide(ItemGroup group, bool isAccepted, string question)
    {
        string? reason;
        do
        {
            reason = Line(question);
            if (reason is null)
            {
                return false;
            }
        }
        while (reason.Length == 0 || reason.Any(char.IsControl));

        _ledger = LedgerFile.Write(
            options.LedgerPath, _ledger, [.. group.Members.Select(member => LedgerFile.Decide(member.Item, isAccepted, by, date, reason))]);
        return true;
    }

    private string? Line(string question)
    {
        terminal.Output.Write(question);
        terminal.Output.Flush();
        return input.ReadLine()?.Trim();
    }
}
