using System.Collections.Immutable;
using Compare.Engine;

namespace Compare.Comparison;

/// <summary>What a kernel profile decides.</summary>
/// <param name="Name">The name under which it is listed.</param>
/// <param name="IsObserved">Whether real kernels of this profile were observed.</param>
/// <param name="Policies">Each policy with its value.</param>
public sealed record KernelDescription(string Name, bool IsObserved, ImmutableArray<KeyValuePair<string, string>> Policies)
{
    /// <summary>Describes a kernel.</summary>
    /// <param name="kernel">The profile.</param>
    public static KernelDescription Of(KernelProfile kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return new(
            kernel.Name,
            kernel.IsObserved,
            [.. Policy.All.Select(policy => KeyValuePair.Create(policy.Name, policy.ValueIn(kernel).ToString()))]);
    }
}
