namespace Compare.Comparison;

/// <summary>What one change of a predicate does in the scenarios of a matrix.</summary>
/// <param name="Kinds">Scenarios by what differs first, index is <see cref="DifferenceKind"/>.</param>
/// <param name="More">Scenarios in which the handler starts the journal more often.</param>
/// <param name="Fewer">Scenarios in which it does less often.</param>
/// <param name="Smallest">The smallest scenario in which anything differs; none where nothing does.</param>
public sealed record PartEffect(ImmutableArray<int> Kinds, int More, int Fewer, Scenario? Smallest)
{
    /// <summary>Scenarios of a kind.</summary>
    public int this[DifferenceKind kind] => Kinds[(int)kind];
}

/// <summary>A cell in which a candidate's table is not the base's, on one kernel.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Base">The base's answer.</param>
/// <param name="Candidate">The candidate's answer.</param>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Alone">From the base to the base with this answer.</param>
/// <param name="Within">From the candidate without this answer to the candidate.</param>
public sealed record PredicatePart(PredicateCell Cell, PredicateAnswer Base, PredicateAnswer Candidate, string Kernel, PartEffect Alone, PartEffect Within);

/// <summary>Each part of a predicate: what every changed answer does alone, and within the whole.</summary>
/// <param name="Base">Name of the base.</param>
/// <param name="Candidate">Name of the candidate.</param>
/// <param name="Parts">The parts, in the order of the cells, then of the kernels.</param>
public sealed record PredicateParts(string Base, string Candidate, ImmutableArray<PredicatePart> Parts)
{
    /// <summary>Runs a base, a candidate, and what lies one answer from either.</summary>
    /// <param name="kernels">The kernels.</param>
    /// <param name="first">The base.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="scenarios">The scenarios, in ordinal order of the id; at least one.</param>
    /// <param name="jobs">Number of threads.</param>
    /// <param name="report">Told how many scenarios are done on each kernel, some at a time.</param>
    /// <exception cref="InputException">One of the two is no predicate of the usual shape, or threw.</exception>
    public static PredicateParts Of(
        ImmutableArray<KernelProfile> kernels, FaultHandler first, FaultHandler candidate, ImmutableArray<Scenario> scenarios, int jobs, Action<int> report)
    {
        var (left, right) = (TableOf(first), TableOf(candidate));
        int[] cells = [.. Enumerable.Range(0, left.Length).Where(cell => left[cell] != right[cell])];
        FaultHandler[] strategies =
        [
            first,
            candidate,
            new TablePredicate("base as a table", left),
            new TablePredicate("candidate as a table", right),
            .. cells.Select(cell => new TablePredicate($"base and {cell}", left.SetItem(cell, right[cell]))),
            .. cells.Select(cell => new TablePredicate($"candidate without {cell}", right.SetItem(cell, left[cell]))),
        ];
        var parts = new List<PredicatePart>();
        foreach (var kernel in kernels)
        {
            var outcomes = new MatrixRun([.. strategies.Select(strategy => new Contender(kernel, strategy))], jobs).Run(scenarios, report);
            Require(outcomes, 0, 2, first.Name);
            Require(outcomes, 1, 3, candidate.Name);
            parts.AddRange(cells.Select((cell, i) => new PredicatePart(
                PredicateCell.All[cell],
                PredicateAnswer.All[left[cell]],
                PredicateAnswer.All[right[cell]],
                kernel.Name,
                EffectOf(outcomes, 0, 4 + i),
                EffectOf(outcomes, 4 + cells.Length + i, 1))));
        }

        return new(first.Name, candidate.Name, [.. parts.OrderBy(part => PredicateCell.All.IndexOf(part.Cell))]);
    }

    private static ImmutableArray<byte> TableOf(FaultHandler handler) => TablePredicate.Of(handler)?.Cells ?? throw new InputException(
        $"--parts: found '{handler.Name}', which answers something that no predicate can, expected one that starts the journal, does not, or falls back; compare list strategies shows it");

    private static void Require(OutcomeSet outcomes, int strategy, int table, string name)
    {
        var unlike = Enumerable.Range(0, outcomes.Scenarios.Length).FirstOrDefault(scenario => outcomes.IdOf(scenario, strategy) != outcomes.IdOf(scenario, table), -1);
        if (unlike >= 0)
        {
            throw new InputException($"--parts: found '{name}', which does more than answer, as in {outcomes.Scenarios[unlike].Id} on {outcomes.Contenders[0].KernelName}, expected a predicate alone");
        }
    }

    private static PartEffect EffectOf(OutcomeSet outcomes, int left, int right)
    {
        var (kinds, more, fewer) = (new int[Enum.GetValues<DifferenceKind>().Length], 0, 0);
        var differences = new OutcomeDifferences(outcomes.Pool);
        var differing = new bool[outcomes.Scenarios.Length];
        for (var i = 0; i < differing.Length; i++)
        {
            var (one, other) = (outcomes.IdOf(i, left), outcomes.IdOf(i, right));
            kinds[(int)differences[one, other].Kind]++;
            differing[i] = one != other;
            var starts = outcomes.Pool[other].JournalStarts - outcomes.Pool[one].JournalStarts;
            more += starts > 0 ? 1 : 0;
            fewer += starts < 0 ? 1 : 0;
        }

        return new([.. kinds], more, fewer, differing.Contains(true) ? outcomes.Scenarios[DifferenceWitness.Smallest(outcomes.Scenarios, differing)] : null);
    }
}
