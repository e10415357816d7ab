namespace Compare.Cli.Commands;

/// <summary><c>compare accept</c>: records that somebody accepts classes of differences or findings as they are today.</summary>
internal static class AcceptCommand
{
    public static Command Create(Terminal terminal) => DecisionSession.Create("accept", isAccepted: true, terminal);
}
