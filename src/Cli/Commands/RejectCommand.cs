namespace Compare.Cli.Commands;

/// <summary><c>compare reject</c>: records that somebody rejects classes of differences or findings as they are today.</summary>
internal static class RejectCommand
{
    public static Command Create(Terminal terminal) => DecisionSession.Create("reject", isAccepted: false, terminal);
}
