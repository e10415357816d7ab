using System.Reflection;

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
        return new(
            kernel.Name,
            kernel.IsObserved,
            [.. Policy.All.Select(policy => KeyValuePair.Create(policy.Name, policy.ValueIn(kernel).ToString()))]);
    }
}

/// <summary>One policy of a kernel profile.</summary>
internal sealed class Policy
{
    private readonly PropertyInfo _property;

    private Policy(PropertyInfo property) => _property = property;

    /// <summary>Every policy, in the order in which the profile lists them.</summary>
    public static ImmutableArray<Policy> All { get; } =
        [.. typeof(KernelProfile).GetProperties().Where(property => property.PropertyType.IsEnum).Select(property => new Policy(property))];

    /// <summary>The policy's name.</summary>
    public string Name => _property.Name;

    /// <summary>Every value that the policy can have.</summary>
    public IEnumerable<Enum> Values => Enum.GetValues(_property.PropertyType).Cast<Enum>();

    /// <summary>The value that a kernel has.</summary>
    /// <param name="kernel">The profile.</param>
    public Enum ValueIn(KernelProfile kernel) => (Enum)_property.GetValue(kernel)!;

    /// <summary>The profile with another value, under the same name.</summary>
    /// <param name="kernel">The profile.</param>
    /// <param name="value">The value.</param>
    public KernelProfile With(KernelProfile kernel, Enum value)
    {
        var copy = kernel with { };
        _property.SetValue(copy, value);
        return copy;
    }
}
