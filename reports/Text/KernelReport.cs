using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>list kernels</c> prints: the policies side by side.</summary>
public static class KernelReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="kernels">At least one kernel.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(IEnumerable<KernelDescription> kernels, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        ArgumentNullException.ThrowIfNull(screen);
        var all = kernels.ToArray();
        var table = Tables.Create(all.Length + 1, ["policy", .. all.Select(Header)]);
        for (var i = 0; i < all[0].Policies.Length; i++)
        {
            table.Row([all[0].Policies[i].Key, .. all.Select(kernel => kernel.Policies[i].Value)]);
        }

        screen.Table(table);
        if (all.Any(kernel => !kernel.IsObserved))
        {
            screen.Line();
            screen.Line("(never observed): no real kernel like this was recorded.");
        }
    }

    private static string Header(KernelDescription kernel) => kernel.IsObserved ? kernel.Name : $"{kernel.Name} (never observed)";
}
