using System.CommandLine;
using Compare.Scenarios;

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

            return new ReviewSession(options(parsed), by.Of(parsed), date.Of(parsed), input, terminal).Run(severity.Of(parsed));
        });
        return command;
    }
}
