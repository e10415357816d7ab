namespace Compare.Cli;

/// <summary><c>compare accept</c> and <c>compare reject</c>: record what somebody decides about classes of differences or findings as they are
/// today.</summary>
internal static class DecisionSession
{
    /// <summary>The command of a decision.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isAccepted">Whether it accepts, or rejects.</param>
    /// <param name="terminal">Where it says what was recorded.</param>
    public static Command Create(string name, bool isAccepted, Terminal terminal)
    {
        var classes = new Argument<string[]>("CLASS")
        {
            Description = "Ids of classes of differences (d-…) or findings (f-…), as verify and report print them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var by = SharedOptions.OneLine("--by", $"Who {name}s.", "NAME");
        var reason = SharedOptions.OneLine("--reason", "Why.", "TEXT");
        var date = SharedOptions.Date();
        var command = new Command(name, $"Record who {name}s classes of differences or findings, why and when, bound to today's evidence.")
        {
            classes, by, reason, date,
        };
        var options = SignOffOptions.AddTo(command);
        command.SetAction(parsed => Decide(
            options(parsed), isAccepted, parsed.GetRequiredValue(classes), by.Of(parsed), reason.Of(parsed), date.Of(parsed), terminal));
        return command;
    }

    private static int Decide(SignOffOptions options, bool isAccepted, string[] ids, string by, string reason, DateOnly date, Terminal terminal)
    {
        foreach (var id in ids.Where(id => !SignOffItem.IsId(id)))
        {
            throw new InputException($"found {Problem.Quote(id)}, expected the id of a class or finding, d- or f- and eight hexadecimal digits");
        }

        var session = new SignOffSession(options, terminal, writesLedger: true);
        var items = session.Run().Standing.Items;
        var decided = ids.Distinct().Select(id => Find(id, items)).ToArray();
        var others = session.Decide([.. decided.Select(item => item.Item)], isAccepted, by, date, reason);
        if (!others.IsEmpty)
        {
            throw new InputException(new InputLocation(options.LedgerPath, others[0].Line), DecisionReport.Refusal(others));
        }

        terminal.Screen.Write(DecisionReport.Of(decided, isAccepted, session.IsNewLedger ? options.LedgerPath : null));
        return ExitCodes.Done;
    }

    private static JudgedItem Find(string id, IEnumerable<JudgedItem> items)
        => items.FirstOrDefault(item => item.Item.Id == id)
            ?? throw new InputException($"found {Problem.Quote(id)}, expected a class or finding of this run{NearName.Hint(id, items.Select(item => item.Item.Id))} "
                + "(compare verify --severity bookkeeping lists those that are open)");
}
