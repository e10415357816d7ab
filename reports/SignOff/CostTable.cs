namespace Compare.Reports;

/// <summary>What an access costs each strategy, by patterns.</summary>
internal static class CostTable
{
    private static readonly (string Name, string Verb, Func<FaultCost, int> Read)[] Measures =
    [
        ("journal starts", "starts the journal", cost => cost.JournalStarts),
        ("freeze protections", "takes freeze protection", cost => cost.FreezeProtections),
        ("time updates", "sets the file's time", cost => cost.TimeUpdates),
        ("handler calls", "has its handler called", cost => cost.HandlerCalls),
    ];

    /// <summary>What a cell of the table holds.</summary>
    public static Paragraph Legend { get; } = new(
        $"Each cell: {Phrases.List(Measures.Select(measure => measure.Name))}, of one access whatever number of faults it takes. Journal starts are those of the "
        + "handler and of the block lookup. A shared store finds its PUD in use, but where it says empty. A dash: the access is not reached.");

    /// <summary>The table, rows of kernels with the same numbers together.</summary>
    public static Table Of(SignOffCase signOff)
    {
        string[] strategies = [signOff.Base, .. signOff.Candidates];
        var table = new Table(["access", "kernel", .. strategies], Texts: 2, Keys: 2);
        foreach (var pattern in AccessPattern.All)
        {
            var kernels = signOff.Kernels
                .Select(kernel => (kernel.KernelName, Cells: strategies.Select(strategy => Cell(signOff, pattern, kernel.KernelName, strategy)).ToArray()))
                .GroupBy(kernel => string.Join('|', kernel.Cells), StringComparer.Ordinal)
                .ToArray();
            foreach (var same in kernels)
            {
                table.Add(
                [
                    pattern.Name,
                    kernels.Length == 1 ? "each" : string.Join(", ", same.Select(kernel => kernel.KernelName)),
                    .. same.First().Cells.Select(cell => (Words)cell),
                ]);
            }
        }

        return table;
    }

    /// <summary>The accesses that cost a candidate something else than the base, each with the numbers of all strategies, from the fewest to the most of
    /// the kernels. Measures that change together are told once, with the numbers of the first.</summary>
    public static IEnumerable<Block> Brief(SignOffCase signOff)
    {
        string[] strategies = [signOff.Base, .. signOff.Candidates];
        foreach (var same in Together(signOff, strategies))
        {
            yield return new Paragraph($"{string.Join(", ", same.Select(measure => measure.Name))} per access ({string.Join(" / ", strategies)}):");
            foreach (var group in AccessPattern.All.GroupBy(pattern => pattern.Name.Split(',')[0]))
            {
                if (group.Any(pattern => Deltas(signOff, pattern, strategies, same[0].Read).Any(delta => delta != 0)))
                {
                    var cells = strategies.Select(strategy => Range([.. group.SelectMany(pattern => Costs(signOff, pattern, strategy)).Select(same[0].Read)]));
                    yield return new Item($"{group.Key}: {string.Join(" / ", cells)}", "-");
                }
            }
        }
    }

    /// <summary>The accesses that cost two strategies something else, each as a phrase of the second one.</summary>
    public static IEnumerable<string> Differences(SignOffCase signOff, string left, string right)
    {
        foreach (var same in Together(signOff, [left, right]))
        {
            var patterns = AccessPattern.All
                .Select(pattern => (pattern.Name, Deltas: Deltas(signOff, pattern, [left, right], same[0].Read).Where(delta => delta != 0).ToArray()))
                .Where(pattern => pattern.Deltas.Length > 0)
                .GroupBy(pattern => Times(pattern.Deltas), pattern => pattern.Name.Split(',')[0]);
            foreach (var group in patterns)
            {
                yield return $"{Phrases.List(same.Select(measure => measure.Verb))} {group.Key} per {Phrases.List(group.Distinct())}";
            }
        }
    }

    /// <summary>The measures in which strategies differ from the first of them, those together that differ by the same everywhere.</summary>
    private static IEnumerable<(string Name, string Verb, Func<FaultCost, int> Read)[]> Together(SignOffCase signOff, string[] strategies) => Measures
        .Select(measure => (measure, Deltas: AccessPattern.All.SelectMany(pattern => Deltas(signOff, pattern, strategies, measure.Read)).ToArray()))
        .Where(item => item.Deltas.Any(delta => delta != 0))
        .GroupBy(item => string.Join(' ', item.Deltas), item => item.measure)
        .Select(group => group.ToArray());

    private static IEnumerable<int> Deltas(SignOffCase signOff, AccessPattern pattern, string[] strategies, Func<FaultCost, int> read)
        => from kernel in signOff.Kernels
           from strategy in strategies[1..]
           select CostOf(signOff, pattern, kernel.KernelName, strategies[0]) is { } a && CostOf(signOff, pattern, kernel.KernelName, strategy) is { } b
               ? read(b) - read(a)
               : 0;

    private static string Times(int[] deltas)
    {
        var sizes = deltas.Select(Math.Abs).ToArray();
        var times = sizes is [1, ..] && sizes.Max() == 1 ? "once" : $"{Range(sizes)} times";
        return times + (deltas.Max() < 0 ? " less" : deltas.Min() > 0 ? " more" : " more or less");
    }

    private static string Range(int[] numbers) => numbers.Length == 0 ? "-"
        : numbers.Min() == numbers.Max() ? Phrases.Number(numbers[0])
        : $"{Phrases.Number(numbers.Min())} to {Phrases.Number(numbers.Max())}";

    private static string Cell(SignOffCase signOff, AccessPattern pattern, string kernel, string strategy)
        => CostOf(signOff, pattern, kernel, strategy) is { } cost ? string.Join(' ', Measures.Select(measure => Phrases.Number(measure.Read(cost)))) : "-";

    private static IEnumerable<FaultCost> Costs(SignOffCase signOff, AccessPattern pattern, string strategy)
        => signOff.Kernels.Select(kernel => CostOf(signOff, pattern, kernel.KernelName, strategy)).OfType<FaultCost>();

    private static FaultCost? CostOf(SignOffCase signOff, AccessPattern pattern, string kernel, string strategy) => signOff.Costs
        .FirstOrDefault(item => item.Pattern == pattern && item.Contender.KernelName == kernel && item.Contender.StrategyName == strategy).Cost;
}
