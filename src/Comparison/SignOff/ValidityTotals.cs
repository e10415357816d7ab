using System.Globalization;
using System.Text.RegularExpressions;

namespace Compare.Comparison;

/// <summary>The totals of a validity report.</summary>
/// <param name="Rows">Observed rows.</param>
/// <param name="Policies">Policies of kernels.</param>
/// <param name="AssumedPolicies">Those of them that no observation decides.</param>
/// <param name="Rules">Rules of the engine.</param>
/// <param name="AssumedRules">Those of them that no observation exercises.</param>
public sealed partial record ValidityTotals(long Rows, int Policies, int AssumedPolicies, int Rules, int AssumedRules)
{
    /// <summary>Reads the totals out of the report that <c>compare validity</c> writes.</summary>
    /// <param name="text">The text of VALIDITY.md.</param>
    /// <exception cref="FormatException">It is no such report.</exception>
    public static ValidityTotals Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = RowCount().Match(text);
        var sections = text.Split("\n## ");
        return rows.Success && sections.Length == 4
            ? new(
                long.Parse(rows.Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
                TableRows(sections[1]),
                Lines(sections[3], "- policy "),
                TableRows(sections[2]),
                Lines(sections[3], "- rule "))
            : throw new FormatException("not a validity report");
    }

    private static int Lines(string section, string beginning)
        => section.Split('\n').Count(line => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Rows without header and rule.</summary>
    private static int TableRows(string section) => Lines(section, "| ") - 2;

    [GeneratedRegex(@"from ([\d,]+) observed rows\.")]
    private static partial Regex RowCount();
}
