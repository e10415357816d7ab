namespace Compare.Comparison;

/// <summary>Journal starts by the handler on two sides; none counted for a livelock.</summary>
/// <param name="Left">In all scenarios, on the left.</param>
/// <param name="Right">On the right.</param>
/// <param name="More">Scenarios with more on the right, all steps together.</param>
/// <param name="Fewer">Scenarios with fewer on the right.</param>
public sealed record JournalBalance(long Left, long Right, int More, int Fewer)
{
    internal static JournalBalance Of(OutcomeMatrix matrix, OutcomePair pair)
    {
        var (left, right, more, fewer) = (0L, 0L, 0, 0);
        for (var scenario = 0; scenario < matrix.Scenarios.Length; scenario++)
        {
            var a = matrix.JournalStarts(matrix.NumberOf(scenario, pair.Left));
            var b = matrix.JournalStarts(matrix.NumberOf(scenario, pair.Right));
            left += a;
            right += b;
            more += b > a ? 1 : 0;
            fewer += b < a ? 1 : 0;
        }

        return new JournalBalance(left, right, more, fewer);
    }
}
