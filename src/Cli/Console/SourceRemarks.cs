namespace Compare.Cli;

/// <summary>What a reader must know of strategies that were read from source, after they ran.</summary>
internal static class SourceRemarks
{
    /// <summary>Writes the remarks of each strategy that has some, with a blank line before them.</summary>
    public static void Write(IEnumerable<FaultHandler> strategies, Terminal terminal)
    {
        foreach (var strategy in strategies.OfType<SourceHandler>())
        {
            string[] remarks = [.. strategy.Remarks()];
            if (remarks.Length > 0)
            {
                terminal.Screen.Line();
                terminal.Screen.Line($"{strategy.Name} ({strategy.Origin}):");
                foreach (var remark in remarks)
                {
                    terminal.Screen.Line($"- {remark}");
                }
            }
        }
    }
}
