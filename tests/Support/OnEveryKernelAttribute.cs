using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Compare.Tests;

/// <summary>Runs a theory once for each observed kernel, by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnEveryKernelAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => new([.. Kernels.Observed.Select(kernel => new TheoryDataRow(kernel.Name))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
