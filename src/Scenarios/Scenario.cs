namespace Compare.Scenarios;

/// <summary>A small world and what is done in it. Immutable, always legal, equal by value.</summary>
public sealed class Scenario : IEquatable<Scenario>
{
    private readonly WorldSetup _setup;

    /// <summary>Makes a scenario.</summary>
    /// <param name="id">A name to point at; not empty, never parsed.</param>
    /// <param name="setup">The world before the first step.</param>
    /// <param name="steps">What is done, in order; at least one step.</param>
    /// <exception cref="ArgumentException">The id is empty, or <see cref="ScenarioRules"/> forbid the combination.</exception>
    public Scenario(string id, WorldSetup setup, ImmutableArray<Step> steps)
        : this(id, setup, steps, null)
    {
    }

    internal Scenario(string id, WorldSetup setup, ImmutableArray<Step> steps, string? stepsText)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (ScenarioRules.Check(setup, steps) is { } broken)
        {
            throw new ArgumentException($"scenario {id}: {broken.Column}: {broken.Problem}");
        }

        Id = id;
        _setup = setup;
        Steps = steps;
        StepsText = stepsText ?? StepText.Print(steps.AsSpan());
        UsesSecondMapping = steps.Any(static step => step.Verb is Verb.OtherLoad or Verb.OtherStore);
        PunchesThroughOpenFile = Kernel.PunchesThroughOpenFile(setup.FileSystem) && steps.Contains(new Step(Verb.Punch));
    }

    /// <summary>The name to point at.</summary>
    public string Id { get; }

    /// <summary>The world before the first step.</summary>
    public WorldSetup Setup => _setup;

    /// <summary>Whether a step uses the second mapping, which then is there from the start.</summary>
    public bool UsesSecondMapping { get; }

    /// <summary>Whether <c>punch</c> uses a descriptor that is open from the start.</summary>
    public bool PunchesThroughOpenFile { get; }

    /// <summary><see cref="Setup"/> where it stands, for who only looks at a part of it.</summary>
    internal ref readonly WorldSetup SetupInPlace => ref _setup;

    /// <summary>What is done, in order; at least one step.</summary>
    public ImmutableArray<Step> Steps { get; }

    /// <summary>Column <c>steps</c>.</summary>
    public string StepsText { get; }

    /// <summary>Derived column <c>access</c>: the verb of the last step.</summary>
    public string Access => Axes.Verbs.Of(Steps[^1].Verb);

    /// <summary>Derived column <c>at</c>: the place of the last step; <c>target</c> if its verb names no page.</summary>
    public string At => Axes.Places.Of(Steps[^1].Place);

    /// <summary>Derived column <c>prior</c>: the steps before the last, joined by a space, or <c>none</c>.</summary>
    public string Prior => Steps.Length == 1 ? ScenarioColumns.NoPrior : PriorText.ToString();

    /// <summary><see cref="Prior"/> without making a string.</summary>
    internal ReadOnlySpan<char> PriorText
        => Steps.Length == 1 ? ScenarioColumns.NoPrior : StepsText.AsSpan(0, StepsText.LastIndexOf(' '));

    /// <summary>How small the scenario is beside others: number of steps; of axes off their centre, with a last step at another place than
    /// <see cref="Place.Target"/> counted as one.</summary>
    public (int Steps, int OffCentre) Size
    {
        get
        {
            var off = Steps[^1].Place == Place.Target ? 0 : 1;
            foreach (var axis in Axes.All)
            {
                off += axis.IsOffCentre(in _setup) ? 1 : 0;
            }

            return (Steps.Length, off);
        }
    }

    /// <summary>Whether a step uses a descriptor of its own that may write and is open from the start: the second mapping's, or the one that punches where the
    /// file could not be opened any more.</summary>
    /// <param name="fileSystem">State of the file system before the steps.</param>
    /// <param name="step">The step.</param>
    public static bool NeedsWriter(FileSystemState fileSystem, Step step) => step.Verb is Verb.OtherLoad or Verb.OtherStore
        || (step.Verb == Verb.Punch && Kernel.PunchesThroughOpenFile(fileSystem));

    /// <summary>The world before the first step.</summary>
    public World Begin() => Kernel.SetUp(in _setup, UsesSecondMapping || PunchesThroughOpenFile);

    /// <summary>Whether the run ends at a step: nothing comes after one that never returns, unless it waits for a thaw that a later step is.</summary>
    /// <param name="step">Its index, from 0.</param>
    /// <param name="result">What it came to.</param>
    public bool EndsAt(int step, StepResult result)
        => result.EndsRun() && !(result == StepResult.Blocked && Steps.AsSpan()[(step + 1)..].Contains(new Step(Verb.Thaw)));

    /// <inheritdoc/>
    public bool Equals(Scenario? other)
        => ReferenceEquals(this, other)
            || (other is not null && Id == other.Id && Setup == other.Setup && StepsText == other.StepsText);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Scenario);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Setup, StepsText);

    /// <summary>The scenario as <see cref="ScenarioText"/> reads it, preceded by its id.</summary>
    public override string ToString() => $"{Id}: {ScenarioText.Print(this)}";
}
