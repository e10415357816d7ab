namespace Compare.Cli;

/// <summary>What <c>run</c> was asked for.</summary>
/// <param name="Selection">What runs.</param>
/// <param name="Scenario">Text of the one scenario to run instead.</param>
/// <param name="Output">A directory, or <c>-</c> for standard output.</param>
/// <param name="OnlyDifferences">Print, or write to standard output, the differences.</param>
/// <param name="Observed">Tables of what real kernels did.</param>
/// <param name="SpreadsheetSafe">Whether the tables are for a spreadsheet; those of a baseline never are.</param>
/// <param name="Jobs">Number of threads.</param>
/// <param name="Baseline">Directory of the outcomes that these are compared with.</param>
/// <param name="NewBaseline">Directory where the outcomes are kept for later runs to be compared with.</param>
internal sealed record RunOptions(
    SelectionOptions Selection,
    string? Scenario,
    string? Output,
    bool OnlyDifferences,
    ObservedTables Observed,
    bool SpreadsheetSafe,
    int Jobs,
    string? Baseline,
    string? NewBaseline)
{
    /// <summary>Whether standard output takes the table.</summary>
    public bool ToStandardOutput => Output == SharedOptions.StandardOutput;

    /// <summary>Refuses what does not belong together.</summary>
    /// <exception cref="InputException">Two options exclude each other.</exception>
    public void Check()
    {
        var baseline = Baseline is not null ? "--baseline" : NewBaseline is not null ? "--save-baseline" : null;
        (bool IsGiven, string? One, string? Other)[] pairs =
        [
            (Scenario is not null && Selection.Matrix is not null, "--matrix", "--scenario"),
            (Scenario is not null && Selection.Where is not null, "--where", "--scenario"),
            (Scenario is not null && !Observed.Paths.IsEmpty, ObservedTables.Name, "--scenario"),
            (Scenario is not null && OnlyDifferences, "--only-differences", "--scenario"),
            (Baseline is not null && NewBaseline is not null, baseline, "--save-baseline"),
            (Scenario is not null && baseline is not null, baseline, "--scenario"),
            (ToStandardOutput && baseline is not null, baseline, "--out -"),
            (SpreadsheetSafe && Baseline is not null, SharedOptions.SpreadsheetSafeName, baseline),
        ];
        if (Array.Find(pairs, pair => pair.IsGiven) is { IsGiven: true } found)
        {
            throw new InputException($"found {found.One} and {found.Other}, expected one of them");
        }

        SharedOptions.ForTable(SpreadsheetSafe, Scenario is null || Output is not null, "--out");
    }
}
