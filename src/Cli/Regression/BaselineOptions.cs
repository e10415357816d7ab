using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>What the options of a baseline go with.</summary>
internal static class BaselineOptions
{
    /// <summary>Refuses what does not belong together.</summary>
    /// <exception cref="InputException">Two options exclude each other.</exception>
    public static void Check(RunOptions options)
    {
        var given = options.Baseline is not null ? "--baseline" : options.NewBaseline is not null ? "--save-baseline" : null;
        if (given is null)
        {
            return;
        }

        var other = options switch
        {
            { Baseline: not null, NewBaseline: not null } => "--save-baseline",
            { Scenario: not null } => "--scenario",
            { Output: RunOptions.StandardOutput } => "--out -",
            _ => null,
        };
        if (other is not null)
        {
            throw new InputException($"found {given} and {other}, expected one of them");
        }
    }
}
