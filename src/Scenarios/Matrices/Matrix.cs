using Compare.Engine;

namespace Compare.Scenarios;

/// <summary>What the matrices have in common: the product of bases and points, chosen from, in ordinal order of the id.</summary>
internal static class Matrix
{
    public static IEnumerable<Scenario> Enumerate(Func<MatrixBase, MatrixPoint, bool> isIn)
    {
        foreach (var item in MatrixBase.All)
        {
            foreach (var point in MatrixPoint.All)
            {
                if (isIn(item, point))
                {
                    yield return Scenario(item, point);
                }
            }
        }
    }

    private static Scenario Scenario(MatrixBase item, MatrixPoint point)
    {
        var setup = new WorldSetup(
            item.Mount, item.FileSystem, item.Mapping, point.Geometry, point.Extents, point.Length, point.HugePages);
        var list = point.StepsOf(item.Access);
        return new Scenario(item.Name + point.Suffix, setup, list.Steps, list.Text);
    }
}
