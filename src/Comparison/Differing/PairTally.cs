namespace Compare.Comparison;

/// <summary>How often, and how, two contenders differ.</summary>
public sealed class PairTally
{
    private PairTally(int left, int right) => (Left, Right) = (left, right);

    /// <summary>Index of the left contender.</summary>
    public int Left { get; }

    /// <summary>Index of the right contender.</summary>
    public int Right { get; }

    /// <summary>Scenarios compared.</summary>
    public long Scenarios => Same + Fixed + Broken + OtherResult + Page + Journal + Other;

    /// <summary>Scenarios without any difference.</summary>
    public long Same { get; private set; }

    /// <summary>Scenarios that fail on the left and are ok on the right.</summary>
    public long Fixed { get; private set; }

    /// <summary>Scenarios that are ok on the left and fail, block or livelock on the right.</summary>
    public long Broken { get; private set; }

    /// <summary>Scenarios with another difference of result.</summary>
    public long OtherResult { get; private set; }

    /// <summary>Scenarios with the same results that differ in what is mapped.</summary>
    public long Page { get; private set; }

    /// <summary>Scenarios with the same results and pages that differ in journal starts.</summary>
    public long Journal { get; private set; }

    /// <summary>Scenarios that differ in nothing but handler calls, counters, time or blocks.</summary>
    public long Other { get; private set; }

    internal static IEnumerable<PairTally> PairsOf(Contender[] contenders)
    {
        foreach (var byKernel in (bool[])[true, false])
        {
            for (var left = 0; left < contenders.Length; left++)
            {
                for (var right = left + 1; right < contenders.Length; right++)
                {
                    var (a, b) = (contenders[left], contenders[right]);
                    if (byKernel ? a.Kernel.Name == b.Kernel.Name : a.Strategy.Name == b.Strategy.Name)
                    {
                        yield return new PairTally(left, right);
                    }
                }
            }
        }
    }

    internal void Add(OutcomeDifference difference)
    {
        switch (difference.Kind)
        {
            case DifferenceKind.Same:
                Same++;
                break;
            case DifferenceKind.Page:
                Page++;
                break;
            case DifferenceKind.Journal:
                Journal++;
                break;
            case DifferenceKind.Other:
                Other++;
                break;
            case DifferenceKind.Result when difference.Direction == DifferenceDirection.Fixed:
                Fixed++;
                break;
            case DifferenceKind.Result when difference.Direction == DifferenceDirection.Broken:
                Broken++;
                break;
            default:
                OtherResult++;
                break;
        }
    }

    internal void Add(PairTally other)
    {
        Same += other.Same;
        Fixed += other.Fixed;
        Broken += other.Broken;
        OtherResult += other.OtherResult;
        Page += other.Page;
        Journal += other.Journal;
        Other += other.Other;
    }
}
