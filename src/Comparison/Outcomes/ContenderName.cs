namespace Compare.Comparison;

/// <summary>Kernel and strategy that an outcome belongs to, by name: of a run, or of a table from elsewhere.</summary>
/// <param name="KernelName">Name of the kernel.</param>
/// <param name="StrategyName">Name of the strategy.</param>
public record ContenderName(string KernelName, string StrategyName)
{
    /// <summary>Whether real kernels like this were observed; nothing is said against a name in a table.</summary>
    public virtual bool IsObserved => true;

    /// <summary>Ordinal order by kernel, then strategy.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static int Compare(ContenderName left, ContenderName right)
    {
        var order = string.CompareOrdinal(left.KernelName, right.KernelName);
        return order != 0 ? order : string.CompareOrdinal(left.StrategyName, right.StrategyName);
    }

    /// <summary>Every pair: strategies on one kernel, then kernels under one strategy.</summary>
    /// <param name="contenders">The contenders, in the order in which the left one of a pair comes first.</param>
    /// <param name="baseStrategy">The strategy that is on the left wherever it is one of two; none: the order alone decides.</param>
    public static IEnumerable<(int Left, int Right)> PairsOf(IReadOnlyList<ContenderName> contenders, string? baseStrategy = null)
    {
        foreach (var sameKernel in (bool[])[true, false])
        {
            for (var left = 0; left < contenders.Count; left++)
            {
                for (var right = left + 1; right < contenders.Count; right++)
                {
                    var (a, b) = (contenders[left], contenders[right]);
                    if (sameKernel ? a.KernelName == b.KernelName : a.StrategyName == b.StrategyName)
                    {
                        yield return sameKernel && b.StrategyName == baseStrategy ? (right, left) : (left, right);
                    }
                }
            }
        }
    }

    /// <summary>Kernel and strategy as text.</summary>
    public override string ToString() => $"{KernelName} {StrategyName}";
}
