using System.Globalization;

namespace Compare.Reports;

/// <summary>Numbers as a person reads them, the same in every culture.</summary>
internal static class Numbers
{
    /// <summary>With a comma between thousands.</summary>
    public static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count, and what it is a count of where they differ.</summary>
    public static string Of(long part, long whole) => part == whole ? Text(whole) : $"{Text(part)} of {Text(whole)}";

    /// <summary>The same with what is counted.</summary>
    public static string Of(long part, long whole, string noun) => $"{Of(part, whole)} {noun}{(whole == 1 ? "" : "s")}";
}
