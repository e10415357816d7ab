using System.Collections.Concurrent;

namespace Compare.Comparison;

/// <summary>What is known of two contenders in every sequence of steps.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Groups">What is known of each group that was searched, in the order of the groups.</param>
/// <param name="Unasked">Groups that need no search: no fault comes to the handler, and the kernel is the same.</param>
/// <param name="Differences">What differs, the shorter ones first; groups that the same steps tell apart are one.</param>
/// <param name="WasStopped">Whether the search ended before its limits.</param>
public sealed record SequenceProof(
    ProofQuestion Question, ImmutableArray<GroupProof> Groups, int Unasked, ImmutableArray<ProofDifference> Differences, bool WasStopped)
{
    /// <summary>Lengths that every group is searched to before longer ones, so that a short difference is found soon.</summary>
    private const int ShortLengths = 4;

    /// <summary>The first round of what is not short has this part of the memory, so that what is easy is proved soon.</summary>
    private const int FirstRound = 32;

    /// <summary>How the whole ended.</summary>
    public ProofStatus Status => !Differences.IsEmpty ? ProofStatus.Differs
        : Groups.All(group => group.Status == ProofStatus.Proved) ? ProofStatus.Proved
        : ProofStatus.Open;

    /// <summary>Every sequence of so many steps was looked at; the largest number where all are proved.</summary>
    public int Depth => Groups.Where(group => group.Status == ProofStatus.Open).Select(group => group.Depth).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>Searches.</summary>
    /// <param name="question">What is compared.</param>
    /// <param name="groups">The starts.</param>
    /// <param name="limits">How far; the memory is that of all threads together.</param>
    /// <param name="searchesAll">Whether a difference leaves the other groups to be searched as well.</param>
    /// <param name="jobs">Number of threads.</param>
    /// <param name="report">Told how far it is, by several threads.</param>
    /// <param name="cancel">Ends the search with what is known.</param>
    /// <exception cref="InputException">A strategy threw.</exception>
    public static SequenceProof Of(
        ProofQuestion question, ImmutableArray<ProofGroup> groups, ProofLimits limits, bool searchesAll, int jobs, Action<SearchState> report, CancellationToken cancel)
    {
        ImmutableArray<ProofGroup> asked = question.Left.Kernel == question.Right.Kernel ? [.. groups.Where(group => group.AsksHandler)] : groups;
        var known = asked.Select(group => new GroupProof(group, ProofStatus.Open, 0, 0, 0, 0, null)).ToArray();
        foreach (var round in Rounds(limits with { Bytes = limits.Bytes / jobs }, searchesAll))
        {
            Search(round);
            if (cancel.IsCancellationRequested || (!searchesAll && known.Any(group => group.Status == ProofStatus.Differs)))
            {
                break;
            }
        }

        return new SequenceProof(question, [.. known], groups.Length - asked.Length, DifferencesOf(question, known), cancel.IsCancellationRequested);

        void Search(ProofLimits round)
        {
            // Of the groups that differ the first one counts, whichever thread is the fastest: those behind it stay as they were.
            var first = searchesAll ? int.MaxValue : known.Length;
            var before = known.ToArray();
            var open = Enumerable.Range(0, known.Length).Where(group => known[group].Status == ProofStatus.Open).ToArray();
            Parallel.ForEach(Partitioner.Create(open, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = jobs }, group =>
            {
                if (IsOver())
                {
                    return;
                }

                var now = new GroupSearch(known[group].Group, question, report).Run(round, IsOver);
                if (now.Status == ProofStatus.Differs && !searchesAll)
                {
                    InterlockedMin(ref first, group);
                }

                if (now.Status != ProofStatus.Open || now.Depth >= known[group].Depth)
                {
                    known[group] = now;
                }

                bool IsOver() => cancel.IsCancellationRequested || group > Volatile.Read(ref first);
            });
            for (var group = Math.Min(first, known.Length - 1) + 1; group < known.Length; group++)
            {
                known[group] = before[group];
            }
        }
    }

    private static void InterlockedMin(ref int least, int value)
    {
        var seen = Volatile.Read(ref least);
        while (value < seen && Interlocked.CompareExchange(ref least, value, seen) is var now && now != seen)
        {
            seen = now;
        }
    }

    private static IEnumerable<ProofLimits> Rounds(ProofLimits limits, bool searchesAll)
    {
        for (var depth = 1; depth <= Math.Min(ShortLengths, limits.Depth) && !searchesAll; depth++)
        {
            yield return limits with { Depth = depth };
        }

        if (limits.Depth > ShortLengths || searchesAll)
        {
            yield return limits with { Bytes = limits.Bytes / FirstRound };
            yield return limits;
        }
    }

    /// <summary>Of the shortest first; a group that the steps of one before it tell apart as well needs none of its own.</summary>
    private static ImmutableArray<ProofDifference> DifferencesOf(ProofQuestion question, GroupProof[] known)
    {
        var differences = ImmutableArray.CreateBuilder<ProofDifference>();
        var told = new HashSet<ProofGroup>();
        foreach (var group in known.Where(group => group.Witness is not null).OrderBy(group => group.Witness!.Steps.Length))
        {
            if (!told.Contains(group.Group))
            {
                differences.Add(ProofDifference.Of(question, group.Witness!.Steps, known.Select(other => other.Group)));
                told.UnionWith(differences[^1].Groups);
            }
        }

        return differences.ToImmutable();
    }
}
