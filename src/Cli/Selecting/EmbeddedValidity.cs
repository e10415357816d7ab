using System.Reflection;

namespace Compare.Cli;

/// <summary>How far observations hold the model: <c>docs/VALIDITY.json</c> as it was when the program was built.</summary>
internal static class EmbeddedValidity
{
    private const string Resource = "VALIDITY.json";

    /// <summary>The totals.</summary>
    public static ValidityTotals Totals { get; } = Read();

    private static ValidityTotals Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        return ValidityTotals.Read(stream);
    }
}
