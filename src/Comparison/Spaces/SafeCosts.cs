namespace Compare.Comparison;

/// <summary>What safe tables cost on some kernels. Only those count that map pages as large as any safe one does: a journal start that is saved by
/// mapping 4 KiB instead of 2 MiB comes back 512 times.</summary>
internal sealed class SafeCosts
{
    private const int NotReached = int.MaxValue - 2;
    private readonly Diagrams _diagrams = new();
    private readonly ImmutableArray<int> _costs;
    private readonly int _eligible;

    /// <summary>Joins the spaces of kernels.</summary>
    /// <param name="spaces">At least one.</param>
    public SafeCosts(ImmutableArray<PredicateSpace> spaces)
    {
        Asked = spaces.SelectMany(space => space.Sets.Cells).Aggregate(0u, (asked, cell) => asked | 1u << cell);
        var sets = new TableSets(_diagrams, [.. Enumerable.Range(0, PredicateCell.All.Length).Where(cell => (Asked >> cell & 1) != 0)]);
        var safe = spaces.Aggregate(TableSets.All, (all, space) => sets.Both(all, _diagrams.Bind(space.Diagrams, space.Safe, Diagrams.Constant, [])));
        var accesses = spaces.SelectMany(space => Enumerable.Range(0, space.Patterns.Length).Select(pattern => (Space: space, Pattern: pattern))).ToArray();
        _costs = [.. accesses.Select(access => Valued(access.Space, access.Pattern, step => step.JournalStarts + step.LookupStarts))];
        _eligible = safe;
        foreach (var (space, pattern) in accesses)
        {
            var size = Valued(space, pattern, step => MapsHuge(step) ? 0 : 1);
            var largest = Least(sets, size, safe);
            _eligible = sets.Both(_eligible, sets.Where(size, value => value == largest));
        }

        (Safe, Count) = (sets.Count(safe), sets.Count(_eligible));
        Fewest = Count == 0 ? [] : [.. _costs.Select(cost => Least(sets, cost, _eligible))];
    }

    /// <summary>The cells that are asked on some kernel, a bit for each.</summary>
    public uint Asked { get; }

    /// <summary>How many tables are safe on every kernel, of the asked cells.</summary>
    public long Safe { get; }

    /// <summary>How many of them map pages as large as any.</summary>
    public long Count { get; }

    /// <summary>For each access the fewest journal starts of any of these; empty where there is none.</summary>
    public ImmutableArray<int> Fewest { get; }

    /// <summary>Whether a table is safe and maps pages as large as any safe one.</summary>
    /// <param name="table">The index of the answer to each cell.</param>
    public bool Has(ImmutableArray<byte> table) => _diagrams.Evaluate(_eligible, table.AsSpan()) == 1;

    /// <summary>The journal starts of each access of <see cref="AccessPattern.All"/> on each kernel, kernel by kernel.</summary>
    /// <param name="table">The index of the answer to each cell.</param>
    public ImmutableArray<int?> Of(ImmutableArray<byte> table)
        => [.. _costs.Select(cost => _diagrams.Evaluate(cost, table.AsSpan())).Select(starts => starts == NotReached ? (int?)null : starts)];

    /// <summary>Whether a fault was handled above PTE size.</summary>
    private static bool MapsHuge(StepOutcome step)
    {
        foreach (var call in step.Calls.Span)
        {
            if (call is { Kind: HandlerCallKind.Fault, Level: not FaultLevel.Pte, Result: VmFault.NoPage })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A function with a value of the last step of an access.</summary>
    private int Valued(PredicateSpace space, int pattern, Func<StepOutcome, int> value)
        => _diagrams.Bind(space.Diagrams, space.Patterns[pattern], outcome => Diagrams.Constant(space.LastOf(pattern, outcome) is { } step ? value(step) : NotReached), []);

    private int Least(TableSets sets, int function, int set)
    {
        var least = NotReached;
        foreach (var value in _diagrams.ValuesOf(sets.Inside(function, set, [])))
        {
            least = Math.Min(least, value);
        }

        return least;
    }
}
