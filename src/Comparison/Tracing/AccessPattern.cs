namespace Compare.Comparison;

/// <summary>An access as programs make it, with the world that it meets: what a fault costs is told by these and by no sum over a matrix.</summary>
/// <param name="Name">What is done, for a person; behind a comma what several of them are told apart by.</param>
/// <param name="Text">The scenario as <c>--scenario</c> reads it; its last step is the access.</param>
public sealed record AccessPattern(string Name, string Text)
{
    /// <summary>The usual ones, on a healthy file system with DAX. A shared store finds its PUD in use, but where the name says that it is empty.</summary>
    public static ImmutableArray<AccessPattern> All { get; } =
    [
        new("first shared store into an empty PUD, 2 MiB mapped", "mapping=shared steps=store"),
        new("first shared store into an empty PUD, 4 KiB mapped", "mapping=shared geometry=misaligned steps=store"),
        new("shared store, 2 MiB mapped", "mapping=shared steps=store@far store"),
        new("shared store, 4 KiB mapped", "mapping=shared geometry=misaligned steps=store@near store"),
        new("shared store into a mapped huge page", "mapping=shared steps=load store"),
        new("shared store into a mapped small page", "mapping=shared geometry=misaligned steps=load store"),
        new("shared store to a hole", "mapping=shared extent=hole steps=store@far store"),
        new("shared store to an unwritten extent", "mapping=shared extent=unwritten steps=store@far store"),
        new("private store", "steps=store"),
        new("private store into a mapped huge page", "steps=load store"),
        new("copy by the kernel to a private page", "steps=copyin"),
        new("load", "mapping=shared steps=load"),
    ];

    /// <summary>The scenario.</summary>
    public Scenario Scenario => ScenarioText.Parse(Text);
}

/// <summary>What one access costs, whatever number of faults it takes.</summary>
/// <param name="JournalStarts">Journal starts, by the handler and by the block lookup.</param>
/// <param name="FreezeProtections">How often freeze protection is taken.</param>
/// <param name="TimeUpdates">How often the file's time is set.</param>
/// <param name="HandlerCalls">Calls of the handlers.</param>
public readonly record struct FaultCost(int JournalStarts, int FreezeProtections, int TimeUpdates, int HandlerCalls)
{
    /// <summary>The cost of the last step of a scenario; none where it is not reached.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="contender">Who runs it.</param>
    /// <exception cref="InputException">The strategy threw.</exception>
    public static FaultCost? Of(Scenario scenario, Contender contender)
    {
        if (new ScenarioRunner(contender).Run(scenario) is var outcome && outcome.Steps.Length < scenario.Steps.Length)
        {
            return null;
        }

        var counter = new Counter();
        var kernel = new Kernel(contender.Kernel, contender.Strategy, counter);
        var effects = new Effects();
        var world = Kernel.SetUp(scenario.Setup);
        foreach (var step in scenario.Steps)
        {
            counter.Begin();
            kernel.Run(in world, step, out world, effects);
        }

        return new(effects.JournalStarts + effects.LookupStarts, counter.FreezeProtections, counter.TimeUpdates, outcome.Steps[^1].Calls.Count);
    }

    private sealed class Counter : IFaultObserver
    {
        public int FreezeProtections { get; private set; }

        public int TimeUpdates { get; private set; }

        public void Begin() => FreezeProtections = TimeUpdates = 0;

        public void On(in FaultEvent happened)
        {
            FreezeProtections += happened is { Kind: FaultEventKind.Take, Argument: (int)KernelLock.FreezeProtection } ? 1 : 0;
            TimeUpdates += happened is { Kind: FaultEventKind.Rule, Rule: Rule.TimeUpdated } ? 1 : 0;
        }
    }
}
