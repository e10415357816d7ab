namespace Compare.Cli;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCodes
{
    /// <summary>Done; of a command that compares: agrees, same, nothing open.</summary>
    public const int Done = 0;

    /// <summary>A command that compares found a difference.</summary>
    public const int Differs = 1;

    /// <summary>Bad input, or trouble.</summary>
    public const int Trouble = 2;

    /// <summary>Neither proved nor refuted within the limits.</summary>
    public const int Open = 3;

    /// <summary>Interrupted; what was complete is kept.</summary>
    public const int Interrupted = 130;
}
