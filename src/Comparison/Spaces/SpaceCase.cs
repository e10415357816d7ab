namespace Compare.Comparison;

/// <summary>What there is to say about every predicate of the usual shape.</summary>
/// <param name="Kernels">Kernel by kernel.</param>
/// <param name="Fronts">The best predicates of each kernel, and of all together where there are several.</param>
/// <param name="Places">For each front, and for each strategy, where it stands.</param>
public sealed record SpaceCase(ImmutableArray<KernelSpace> Kernels, ImmutableArray<SpaceFront> Fronts, ImmutableArray<ImmutableArray<SpacePlace>> Places)
{
    /// <summary>Runs every predicate.</summary>
    /// <param name="kernels">At least one kernel.</param>
    /// <param name="strategies">Strategies to find among them.</param>
    /// <param name="scenarios">The scenarios, in ordinal order of the id; enumerated for each kernel.</param>
    /// <param name="jobs">Number of threads; at least 1.</param>
    /// <param name="report">Told how many scenarios are done on some kernel; called by several threads.</param>
    /// <exception cref="InputException">A strategy threw.</exception>
    public static SpaceCase Of(
        IEnumerable<KernelProfile> kernels, ImmutableArray<FaultHandler> strategies, IEnumerable<Scenario> scenarios, int jobs, Action<int> report)
    {
        ImmutableArray<PredicateSpace> spaces =
        [
            .. kernels.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).Select(kernel => PredicateSpace.Of(kernel, strategies, scenarios, report)),
        ];
        ImmutableArray<ImmutableArray<PredicateSpace>> sets = [.. spaces.Select(space => (ImmutableArray<PredicateSpace>)[space]), .. spaces.Length > 1 ? [spaces] : (ImmutableArray<PredicateSpace>[])[]];
        var costs = sets.Select(set => new SafeCosts(set)).ToArray();
        ImmutableArray<SpaceFront> fronts = [.. sets.Zip(costs, SpaceFront.Of)];
        return new(
            [.. spaces.Select(KernelSpace.Of)],
            fronts,
            [.. sets.Select((set, i) => strategies.Select((_, guest) => SpacePlace.Of(set, guest, costs[i], fronts[i])).ToImmutableArray())]);
    }
}

/// <summary>The space of predicates on a kernel.</summary>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Scenarios">Scenarios that ran.</param>
/// <param name="Cells">The cells that are asked.</param>
/// <param name="Tables">Tables of these cells.</param>
/// <param name="Groups">The most groups of them that differ in some outcome.</param>
/// <param name="Safe">Tables that break no rule about steps.</param>
/// <param name="SafeGroups">Groups of them that differ in some outcome.</param>
/// <param name="Conflicts">Pairs of answers, each safe with others, of which no safe table has both.</param>
/// <param name="HasLargerConflicts">Whether more than two answers can be unsafe together.</param>
public sealed record KernelSpace(
    string Kernel,
    int Scenarios,
    ImmutableArray<CellAnswers> Cells,
    long Tables,
    long Groups,
    long Safe,
    int SafeGroups,
    ImmutableArray<AnswerConflict> Conflicts,
    bool HasLargerConflicts)
{
    internal static KernelSpace Of(PredicateSpace space)
    {
        ImmutableArray<CellAnswers> cells = [.. space.Cells.Select(cell => CellAnswers.Of(space, cell))];
        var (conflicts, areAll) = AnswerConflict.Of(space);
        return new(
            space.Kernel,
            space.Scenarios,
            cells,
            space.Sets.Count(TableSets.All),
            SpaceGroups.AtMost(cells),
            space.Sets.Count(space.Safe),
            SpaceGroups.OfSafe(space),
            conflicts,
            !areAll);
    }
}
