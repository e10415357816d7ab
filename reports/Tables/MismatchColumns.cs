using System.Globalization;
using Compare.Comparison;

namespace Compare.Reports;

/// <summary>The columns of a table of mismatches.</summary>
internal static class MismatchColumns
{
    /// <summary>Names of the columns.</summary>
    public static readonly string[] All = ["id", "kernel", "strategy", "step", "does", "measure", "observed", "model"];

    /// <summary>The cells of a mismatch; a step that did not run is <c>(no such step)</c>, none of a handler's calls is empty.</summary>
    public static string[] Cells(Mismatch mismatch) =>
    [
        mismatch.Scenario.Id,
        mismatch.Contender.KernelName,
        mismatch.Contender.StrategyName,
        (mismatch.Step + 1).ToString(CultureInfo.InvariantCulture),
        mismatch.Scenario.StepsText.Split(' ')[mismatch.Step],
        OutcomeColumns.Name(mismatch.Measure),
        mismatch.Expected ?? "(no such step)",
        mismatch.Actual ?? "(no such step)",
    ];
}
