using System.Text.Json.Serialization;

namespace Compare.Comparison;

/// <summary>What no observation decides: a policy of a kernel against another value, or a rule that no observed step exercises.</summary>
/// <param name="Name">The policy, or the rule.</param>
/// <param name="Kernel">The kernel whose policy it is; none of a rule.</param>
/// <param name="Value">The value that the kernel has.</param>
/// <param name="Other">The value that no observation tells from it.</param>
public sealed record Assumption(string Name, string? Kernel = null, string? Value = null, string? Other = null)
{
    /// <summary>Whether it is a rule.</summary>
    [JsonIgnore]
    public bool IsRule => Kernel is null;

    /// <summary>As reports call it.</summary>
    public override string ToString() => IsRule ? $"rule {Name}" : $"policy {Name} on {Kernel}: {Value}, not {Other}";

    /// <summary>The kernel with the other value, under the same name.</summary>
    /// <param name="kernel">The kernel whose policy it is.</param>
    internal KernelProfile In(KernelProfile kernel)
    {
        var policy = Policy.All.Single(policy => policy.Name == Name);
        return policy.With(kernel, policy.Values.Single(value => value.ToString() == Other));
    }

    /// <summary>The rule.</summary>
    internal Rule Rule => Enum.Parse<Rule>(Name);
}
