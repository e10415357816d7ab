namespace Compare.Comparison;

/// <summary>Whether a matrix tells predicates apart that differ in one answer, and what it lacks.</summary>
/// <param name="Pairs">The answers that it does not tell apart for some way to answer the other inputs.</param>
/// <param name="Missing">Scenarios that tell more of them apart, each once, under ids of their own.</param>
/// <param name="MostPairs">Pairs of an input, if it told none of them apart on any kernel.</param>
/// <param name="Tried">Random sequences of steps that were tried on each kernel.</param>
/// <param name="Scenarios">Scenarios of the matrix.</param>
/// <param name="Enough">How many of them come to the same for every predicate on every kernel, and exercise the same rules, as all.</param>
public sealed record SpaceAdequacy(ImmutableArray<UntoldPair> Pairs, ImmutableArray<Scenario> Missing, int MostPairs, int Tried, int Scenarios, int Enough)
{
    private const int Sequences = 1_000;
    private const int Seed = 16;

    /// <summary>Looks at a matrix.</summary>
    /// <param name="kernels">At least one kernel.</param>
    /// <param name="scenarios">The scenarios, in ordinal order of the id; at least one.</param>
    /// <param name="jobs">Number of threads; at least 1.</param>
    /// <param name="report">Told how many scenarios are done on some kernel; called by several threads.</param>
    public static SpaceAdequacy Of(IReadOnlyCollection<KernelProfile> kernels, ImmutableArray<Scenario> scenarios, int jobs, Action<int> report)
    {
        var found = kernels.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).Select(kernel => OfKernel(kernel, scenarios, report)).ToArray();
        ImmutableArray<Scenario> missing =
        [
            .. found.SelectMany(item => item.Missing)
                .DistinctBy(ScenarioText.Print)
                .Select((scenario, i) => new Scenario(FormattableString.Invariant($"more-{i + 1:D3}"), scenario.Setup, scenario.Steps)),
        ];
        return new([.. found.SelectMany(item => item.Pairs)], missing, kernels.Count * Branches.Length * (Branches.Length - 1) / 2, Sequences, scenarios.Length, SpaceRedundancy.Enough(kernels, scenarios, [.. found.Select(item => item.Functions)]));
    }

    private static (ImmutableArray<UntoldPair> Pairs, List<Scenario> Missing, int[] Functions) OfKernel(KernelProfile kernel, ImmutableArray<Scenario> scenarios, Action<int> report)
    {
        var runner = new OpenRunner(kernel, new OutcomePool());
        var sets = new TableSets(runner.Diagrams, [.. Enumerable.Range(0, PredicateCell.All.Length)]);
        int[] functions = [.. scenarios.Select(scenario =>
        {
            report(1);
            return runner.Run(scenario);
        })];
        var untold = UntoldSet.All(sets).Select(pair => functions.Distinct().Aggregate(pair, (left, function) => left.After(function, sets))).Where(pair => !pair.IsEmpty).ToArray();
        var (open, missing) = (untold, new List<Scenario>());
        foreach (var scenario in RandomScenarios.Of(Seed).Where(scenario => scenario.Setup.Mount == Mount.Dax).Take(Sequences))
        {
            if (Next(scenario) is { } after)
            {
                var smallest = RandomScenarios.Shrink(scenario, smaller => Next(smaller)?.SequenceEqual(after) == true);
                missing.Add(smallest);
                open = after;
            }
        }

        // A later one may tell all that an earlier one does.
        for (var i = missing.Count - 1; i >= 0; i--)
        {
            var others = missing.Where((_, other) => other != i).Select(runner.Run).ToArray();
            if (untold.Select(pair => others.Aggregate(pair, (left, function) => left.After(function, sets))).SequenceEqual(open))
            {
                missing.RemoveAt(i);
            }
        }

        return ([.. untold.Zip(open, (before, after) => before.Shown(kernel.Name, after, sets))], missing, functions);

        UntoldSet[]? Next(Scenario scenario)
        {
            var function = runner.Run(scenario);
            UntoldSet[] after = [.. open.Select(pair => pair.After(function, sets))];
            return after.SequenceEqual(open) ? null : after;
        }
    }

    /// <summary>Two answers to a cell, and the ways to answer the other cells for which nothing told them apart yet.</summary>
    private readonly record struct UntoldSet(int Cell, int Left, int Right, int Set)
    {
        public bool IsEmpty => Set == TableSets.None;

        public static IEnumerable<UntoldSet> All(TableSets sets) =>
            from cell in sets.Cells
            from left in Enumerable.Range(0, Branches.Length)
            from right in Enumerable.Range(left + 1, Branches.Length - left - 1)
            select new UntoldSet(cell, left, right, TableSets.All);

        public UntoldSet After(int function, TableSets sets) => IsEmpty ? this
            : this with { Set = sets.Both(Set, sets.Equal(sets.Given(function, Cell, Left), sets.Given(function, Cell, Right))) };

        public UntoldPair Shown(string kernel, UntoldSet after, TableSets sets)
        {
            double all = sets.Count(TableSets.All);
            return new(kernel, PredicateCell.All[Cell], PredicateAnswer.All[Left], PredicateAnswer.All[Right], sets.Count(Set) / all, sets.Count(after.Set) / all);
        }
    }
}

/// <summary>Two answers that a matrix does not tell apart for some way to answer the other inputs.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Cell">The input.</param>
/// <param name="Left">One answer.</param>
/// <param name="Right">The other.</param>
/// <param name="Untold">The part of all ways to answer the other inputs, from 0 to 1.</param>
/// <param name="After">The part that is left with the missing scenarios.</param>
public sealed record UntoldPair(string Kernel, PredicateCell Cell, PredicateAnswer Left, PredicateAnswer Right, double Untold, double After);
