using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compare.Comparison;

/// <summary>The totals of a validity report, as they stand beside it in JSON.</summary>
/// <param name="Rows">Observed rows.</param>
/// <param name="Rules">Rules of the engine.</param>
/// <param name="Policies">Policies of kernels.</param>
/// <param name="Assumptions">Those of both that no observation decides.</param>
public sealed partial record ValidityTotals(long Rows, int Rules, int Policies, ImmutableArray<Assumption> Assumptions)
{
    /// <summary>Rules that no observation exercises.</summary>
    [JsonIgnore]
    public int AssumedRules => Assumptions.Count(assumption => assumption.IsRule);

    /// <summary>Policies that no observation decides.</summary>
    [JsonIgnore]
    public int AssumedPolicies => Assumptions.Length - AssumedRules;

    /// <summary>The totals of what was measured.</summary>
    public static ValidityTotals Of(Validity validity) => new(
        validity.Rows,
        validity.Rules.Length,
        validity.Policies.Length,
        validity.Assumptions);

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
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n", RespectRequiredConstructorParameters = false)]
    [JsonSerializable(typeof(ValidityTotals))]
    private sealed partial class Json : JsonSerializerContext;
}
