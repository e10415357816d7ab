namespace Compare.Scenarios;

/// <summary>The full product of the axes of <see cref="StandardMatrix"/>, under the same ids.</summary>
/// <remarks>410 bases, each with 8 × 3 × 4 × 3 × 2 = 576 combinations of prior step, geometry, extent, size and <c>thp</c>.</remarks>
public static class CrossMatrix
{
    /// <summary>How many scenarios there are.</summary>
    public const int Count = 236_160;

    /// <summary>Makes the scenarios one after the other, in ordinal order of the id.</summary>
    public static IEnumerable<Scenario> Enumerate() => Enumerate((_, _) => true);

    /// <summary>The product of bases and points, chosen from.</summary>
    internal static IEnumerable<Scenario> Enumerate(Func<MatrixBase, MatrixPoint, bool> isIn)
    {
        foreach (var item in MatrixBase.All)
        {
            foreach (var point in MatrixPoint.All)
            {
                if (isIn(item, point))
                {
                    var setup = point.Setup with { Mount = item.Mount, FileSystem = item.FileSystem, Mapping = item.Mapping };
                    var list = point.StepsOf(item.Access);
                    yield return new Scenario(item.Name + point.Suffix, setup, list.Steps, list.Text);
                }
            }
        }
    }
}
