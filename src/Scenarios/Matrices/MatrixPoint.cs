namespace Compare.Scenarios;

/// <summary>One combination of the axes that have a centre, and its name in an id.</summary>
internal sealed class MatrixPoint
{
    /// <summary>The steps that may come before the access; the centre is none.</summary>
    private static readonly ImmutableArray<Step?> Priors =
    [
        null,
        new Step(Verb.Load),
        new Step(Verb.Load, Place.Near),
        new Step(Verb.Load, Place.Far),
        new Step(Verb.PopulatePud),
        new Step(Verb.Store),
        new Step(Verb.OtherLoad),
        new Step(Verb.OtherStore),
    ];

    private static readonly ImmutableArray<(FileLength Length, Place At)> Sizes =
        [(FileLength.Full, Place.Target), (FileLength.Partial, Place.Target), (FileLength.Partial, Place.Beyond)];

    private readonly StepList?[] _lists = new StepList?[(int)Verb.MemoryLock + 1];

    private MatrixPoint(Step? prior, WorldSetup setup, Place at)
    {
        (Prior, Setup, At) = (prior, setup, at);

        // A new axis stands at the end of the table, so that ids without it stay as they are.
        List<string> parts = prior is { } step ? [$"after-{StepText.Print(step)}"] : [];
        foreach (var axis in Axes.All)
        {
            if (axis.IsOffCentre(setup))
            {
                parts.Add(axis.Name == "size" && at != Place.Target ? $"{axis.Text(setup)}@{Axes.Places.Of(at)}" : axis.Text(setup));
            }
        }

        OffCentre = parts.Count;
        Suffix = string.Concat(parts.Select(part => $"+{part}"));
    }

    /// <summary>Every combination, in ordinal order of the suffix.</summary>
    public static ImmutableArray<MatrixPoint> All { get; } = Product();

    public Step? Prior { get; }

    /// <summary>The world, with the axes of a base at their centre.</summary>
    public WorldSetup Setup { get; }

    public Place At { get; }

    /// <summary>How many axes are off their centre: 0 to 5.</summary>
    public int OffCentre { get; }

    /// <summary>What is off centre, each part with a <c>+</c> before it; empty at the centre.</summary>
    public string Suffix { get; }

    /// <summary>The prior step, if there is one, and an access at the place of this point; made once for each verb of a base.</summary>
    public StepList StepsOf(Verb access)
    {
        // Two threads may both make it; a reference is written whole, and either list will do.
        return _lists[(int)access] ??= Make(new Step(access, At));

        StepList Make(Step last)
        {
            ImmutableArray<Step> steps = Prior is { } prior ? [prior, last] : [last];
            return new StepList(steps, StepText.Print(steps.AsSpan()));
        }
    }

    /// <summary>Plain loops, no query: compiling one of five sources would take longer than the rest of the matrix at every start.</summary>
    private static ImmutableArray<MatrixPoint> Product()
    {
        var points = new List<MatrixPoint>();
        foreach (var prior in Priors)
        {
            foreach (var geometry in Axes.Geometries.Values)
            {
                foreach (var extents in Axes.Extents.Values)
                {
                    foreach (var (length, at) in Sizes)
                    {
                        foreach (var hugePages in Axes.HugePages.Values)
                        {
                            var setup = ScenarioText.Centre with
                            {
                                Geometry = geometry,
                                Extents = extents,
                                Length = length,
                                HugePages = hugePages,
                            };
                            points.Add(new MatrixPoint(prior, setup, at));
                        }
                    }
                }
            }
        }

        points.Sort((a, b) => string.CompareOrdinal(a.Suffix, b.Suffix));
        return [.. points];
    }
}

/// <summary>Steps and their text, shared by the scenarios of a matrix.</summary>
internal sealed record StepList(ImmutableArray<Step> Steps, string Text);
