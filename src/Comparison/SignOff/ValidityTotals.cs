using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compare.Comparison;

/// <summary>The totals of a validity report, as they stand beside it in JSON.</summary>
/// <param name="Rows">Observed rows.</param>
/// <param name="Rules">Rules of the engine.</param>
/// <param name="AssumedRules">Those of them that no observation exercises.</param>
/// <param name="Policies">Policies of kernels.</param>
/// <param name="AssumedPolicies">Those of them that no observation decides.</param>
public sealed partial record ValidityTotals(long Rows, int Rules, int AssumedRules, int Policies, int AssumedPolicies)
{
    /// <summary>The totals of what was measured.</summary>
    public static ValidityTotals Of(Validity validity) => new(
        validity.Rows,
        validity.Rules.Length,
        validity.Rules.Count(rule => rule.IsAssumption),
        validity.Policies.Length,
        validity.Policies.Count(policy => policy.IsAssumption));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ValidityTotals Read(Stream source) => JsonSerializer.Deserialize(source, Json.Default.ValidityTotals)!;

    /// <summary>Writes the totals, always with the same bytes.</summary>
    /// <param name="destination">Where the text goes; stays open.</param>
    public void Write(Stream destination)
    {
        JsonSerializer.Serialize(destination, this, Json.Default.ValidityTotals);
        destination.WriteByte((byte)'\n');
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(ValidityTotals))]
    private sealed partial class Json : JsonSerializerContext;
}
