using Compare.Engine;

namespace Compare.Tests;

/// <summary>The kernels by name.</summary>
internal static class Kernels
{
    public static IReadOnlyList<KernelProfile> Observed { get; } = [.. KernelProfiles.All.Where(kernel => kernel.IsObserved)];

    public static KernelProfile Named(string name) => KernelProfiles.All.Single(kernel => kernel.Name == name);
}
