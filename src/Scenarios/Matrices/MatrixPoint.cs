using System.Collections.Immutable;
using Compare.Engine;

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

    private MatrixPoint(Step? prior, Geometry geometry, ExtentLayout extents, FileLength length, Place at, HugePages hugePages)
    {
        (Prior, Geometry, Extents, Length, At, HugePages) = (prior, geometry, extents, length, at, hugePages);

        // A new axis adds its part at the end, so that ids without it stay as they are.
        Suffix = "";
        if (prior is { } step)
        {
            AddOffCentre($"after-{StepText.Print(step)}");
        }

        if (geometry != Geometry.Aligned)
        {
            AddOffCentre(Axes.Geometries.Of(geometry));
        }

        if (extents != ExtentLayout.Written)
        {
            AddOffCentre(Axes.Extents.Of(extents));
        }

        if (length != FileLength.Full)
        {
            AddOffCentre(at == Place.Target ? Axes.Lengths.Of(length) : $"{Axes.Lengths.Of(length)}@{Axes.Places.Of(at)}");
        }

        if (hugePages != HugePages.Allowed)
        {
            AddOffCentre(Axes.HugePages.Of(hugePages));
        }
    }

    /// <summary>Every combination, in ordinal order of the suffix.</summary>
    public static ImmutableArray<MatrixPoint> All { get; } = Product();

    public Step? Prior { get; }

    public Geometry Geometry { get; }

    public ExtentLayout Extents { get; }

    public FileLength Length { get; }

    public Place At { get; }

    public HugePages HugePages { get; }

    /// <summary>How many axes are off their centre: 0 to 5.</summary>
    public int OffCentre { get; private set; }

    /// <summary>What is off centre, each part with a <c>+</c> before it; empty at the centre.</summary>
    public string Suffix { get; private set; }

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

    private void AddOffCentre(string part)
    {
        OffCentre++;
        Suffix = $"{Suffix}+{part}";
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
                            points.Add(new MatrixPoint(prior, geometry, extents, length, at, hugePages));
                        }
                    }
                }
            }
        }

        points.Sort((a, b) => string.CompareOrdinal(a.Suffix, b.Suffix));
        return [.. points];
    }
}
