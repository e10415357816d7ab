namespace Compare.Reports;

/// <summary>Which equal lines of two traces are left out.</summary>
internal static class TraceFold
{
    /// <summary>Equal lines that stay on each side of a difference, and what is worth a fold.</summary>
    private const int Kept = 2;
    private const int LeastFolded = 3;

    /// <summary>For each pair how many are folded from it on; 0 where it is shown, and inside a fold.</summary>
    /// <remarks>The beginning of a step is always shown: it says where the reader is.</remarks>
    public static int[] Of(List<TracePair> pairs)
    {
        var folded = new int[pairs.Count];
        for (var begin = 0; begin < pairs.Count;)
        {
            var end = begin;
            while (end < pairs.Count && pairs[end].IsEqual && !pairs[end].IsStep)
            {
                end++;
            }

            var first = begin > 0 && !pairs[begin - 1].IsEqual ? begin + Kept : begin;
            var last = end < pairs.Count && !pairs[end].IsEqual ? end - Kept : end;
            if (last - first >= LeastFolded)
            {
                folded[first] = last - first;
            }

            begin = end + 1;
        }

        return folded;
    }
}
