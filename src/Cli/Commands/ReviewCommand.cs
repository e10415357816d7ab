namespace Compare.Cli.Commands;

/// <summary><c>compare review</c>: walks through what is open, on a terminal.</summary>
internal static class ReviewCommand
{
    public static Command Create(Terminal terminal)
    {
        var by = SharedOptions.OneLine("--by", "Who reviews.", "NAME");
        var date = SharedOptions.Date();
        var severity = SharedOptions.Severity();
        var command = new Command("review", "Walk through what is open, one by one, and accept, reject or skip it; needs a terminal.")
        {
            by, date, severity,
        };
        var options = SignOffOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            if (terminal.Input is not { } input)
            {
                throw new InputException("review: found no terminal for input and output, expected both; compare verify and compare accept need none");
            }

            return new Review(options(parsed), by.Of(parsed), date.Of(parsed), input, terminal).Run(severity.Of(parsed));
        });
        return command;
    }

    /// <summary>Shows what is open, one group at a time, and records each answer at once, so that leaving loses nothing.</summary>
    private sealed class Review(SignOffOptions options, string by, DateOnly date, TextReader input, Terminal terminal)
    {
        private readonly SignOffSession _session = new(options, terminal, writesLedger: true);

        public int Run(DifferenceSeverity severity)
        {
            var groups = ItemGroup.Of(_session.Run().Standing.OpenFrom(severity));
            for (var i = 0; i < groups.Length; i++)
            {
                terminal.Screen.Line();
                terminal.Screen.Write(ReviewReport.Of(groups[i], i + 1, groups.Length));
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
            while (reason.Length == 0 || CellText.Refuse(reason) is not null);

            var others = _session.Decide([.. group.Members.Select(member => member.Item)], isAccepted, by, date, reason);
            if (others.IsEmpty)
            {
                return true;
            }

            terminal.Screen.Write(ReviewReport.NotRecorded(others));
            return Ask(group);
        }

        private string? Line(string question)
        {
            terminal.Output.Write(question);
            terminal.Output.Flush();
            return input.ReadLine()?.Trim();
        }
    }
}
