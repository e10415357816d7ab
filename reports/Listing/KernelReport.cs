using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>list kernels</c> says: the policies side by side.</summary>
public static class KernelReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="kernels">At least one kernel.</param>
    public static Document Of(IEnumerable<KernelDescription> kernels)
    {
        var all = kernels.ToArray();
        var table = new Table(
            ["policy", .. all.Select(kernel => kernel.IsObserved ? kernel.Name : $"{kernel.Name} (never observed)")], all.Length + 1);
        for (var i = 0; i < all[0].Policies.Length; i++)
        {
            table.Add([all[0].Policies[i].Key, .. all.Select(kernel => (Words)kernel.Policies[i].Value)]);
        }

        return new Document(all.All(kernel => kernel.IsObserved)
            ? [table]
            : [table, new Paragraph("(never observed): no real kernel like this was recorded.")]);
    }
}
