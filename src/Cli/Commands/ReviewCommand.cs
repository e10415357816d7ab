using System.CommandLine;
using Compare.Scenarios;

namespace Compare.Cli.Commands;

/// <summary><c>compare review</c>: walks through what is open, on a terminal.</summary>
internal static class ReviewCommand
{
    public static Command Create(Terminal terminal)
    {
        var by = new Option<string>("--by") { Description = "Who reviews.", HelpName = "NAME", Required = true };
        var date = new Option<string?>("--date") { Description = "When, as in 2017-08-23 [default: today].", HelpName = "YYYY-MM-DD" };
        var severity = SeverityOption.Create();
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

            return new ReviewSession(
                options(parsed), LedgerFile.Text("--by", parsed.GetRequiredValue(by)), LedgerFile.Date(parsed.GetValue(date)), input, terminal)
                .Run(SeverityOption.Parse(parsed.GetValue(severity)));
        });
        return command;
    }
}
