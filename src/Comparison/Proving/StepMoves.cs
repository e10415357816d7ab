namespace Compare.Comparison;

/// <summary>What the steps so far leave open. Of a sequence as a whole depends which step may come next, and whether a descriptor that may
/// write was open from the start.</summary>
/// <param name="Bits">Two bits for the children that run one in another, two for the writer.</param>
internal readonly record struct PathState(int Bits)
{
    /// <summary>How many values there are.</summary>
    public const int Count = 1 << Width;

    /// <summary>Bits that a state takes.</summary>
    public const int Width = 4;

    /// <summary>A state.</summary>
    /// <param name="forks">Processes between the first and the running one; more than two are two, for none of them is ended by a step.</param>
    /// <param name="writer">What is known of the writer.</param>
    public PathState(int forks, WriterUse writer)
        : this(Math.Min(forks, 2) | ((int)writer << 2))
    {
    }

    /// <summary>Processes between the first and the running one.</summary>
    public int Forks => Bits & 3;

    /// <summary>What is known of the writer.</summary>
    public WriterUse Writer => (WriterUse)(Bits >> 2);
}

/// <summary>Whether a descriptor that may write is open beside the main mapping's: it is where any step of a scenario uses it, and only
/// <c>remount-ro</c> asks, so that it is settled by whichever comes first.</summary>
internal enum WriterUse : byte
{
    /// <summary>It is there and was used, or it makes no difference.</summary>
    Settled,

    /// <summary>Nobody used it and nobody asked for it.</summary>
    Undecided,

    /// <summary>It was asked for, and a later step must use it.</summary>
    Promised,

    /// <summary>It was asked for and is not there: no later step may use it.</summary>
    Absent,
}

/// <summary>One way in which a step may follow.</summary>
/// <param name="Path">What it leaves open.</param>
/// <param name="DropsWriter">Whether there is no writer from here on.</param>
internal readonly record struct StepMove(PathState Path, bool DropsWriter = false);

/// <summary>Which steps may follow which, in all scenarios of a group: <see cref="ScenarioRules"/> and <see cref="Scenario.NeedsWriter"/>, step by step.</summary>
internal sealed class StepMoves
{
    private readonly ImmutableArray<StepMove>[] _moves;
    private readonly bool _returns;
    private readonly bool _keepsParent;

    /// <summary>The moves of a group.</summary>
    /// <param name="setup">Its world; extents and length do not matter.</param>
    /// <param name="steps">The steps that there are.</param>
    /// <param name="keepsSplits">Whether the counter is looked at that the parent's mappings change.</param>
    public StepMoves(WorldSetup setup, ImmutableArray<Step> steps, bool keepsSplits)
    {
        // A mapping that may be written through counts as a writer itself, and no file is opened for writing on what is read-only.
        var asksForWriter = steps.Contains(new Step(Verb.RemountReadOnly))
            && !setup.FileSystem.OpensReadOnly()
            && setup.Mapping is not (MappingKind.Shared or MappingKind.SharedReadOnly);
        Start = new PathState(0, asksForWriter ? WriterUse.Undecided : WriterUse.Settled);
        _keepsParent = keepsSplits;
        var countsForks = _returns = steps.Contains(new Step(Verb.ExitChild));
        _moves = [.. Enumerable.Range(0, PathState.Count).SelectMany(path => steps.Select(step => Next(new PathState(path), step, setup.FileSystem, countsForks)))];
        Steps = steps.Length;
    }

    /// <summary>Before the first step.</summary>
    public PathState Start { get; }

    /// <summary>Whether no step goes back to the parent of the running process.</summary>
    /// <param name="path">What the steps so far leave open.</param>
    public bool LeavesParent(PathState path) => !_keepsParent && (!_returns || path.Forks > 1);

    private int Steps { get; }

    /// <summary>The ways in which a step may follow: none, one or two.</summary>
    /// <param name="path">What the steps before it leave open.</param>
    /// <param name="step">Index of the step.</param>
    public ReadOnlySpan<StepMove> Of(PathState path, int step) => _moves[(path.Bits * Steps) + step].AsSpan();

    private static ImmutableArray<StepMove> Next(PathState path, Step step, FileSystemState fileSystem, bool countsForks)
    {
        var forks = path.Forks;
        if (step.Verb == Verb.ExitChild && forks != 1)
        {
            return [];
        }

        if (countsForks)
        {
            forks += step.Verb switch { Verb.Fork => 1, Verb.ExitChild => -1, _ => 0 };
        }

        if (Scenario.NeedsWriter(fileSystem, step))
        {
            return path.Writer == WriterUse.Absent ? [] : [new StepMove(new PathState(forks, WriterUse.Settled))];
        }

        return step.Verb == Verb.RemountReadOnly && path.Writer == WriterUse.Undecided
            ? [new StepMove(new PathState(forks, WriterUse.Promised)), new StepMove(new PathState(forks, WriterUse.Absent), DropsWriter: true)]
            : [new StepMove(new PathState(forks, path.Writer))];
    }
}
