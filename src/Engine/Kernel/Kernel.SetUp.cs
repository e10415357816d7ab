namespace Compare.Engine;

/// <content>The world before the first step.</content>
public sealed partial class Kernel
{
    /// <summary>The world before the first step.</summary>
    /// <param name="setup">What decides it.</param>
    public static World SetUp(in WorldSetup setup)
    {
        var world = new World
        {
            Mount = setup.Mount,
            FileSystem = setup.FileSystem,
            Mapping = setup.Mapping,
            Geometry = setup.Geometry,
            HugePages = setup.HugePages,
            FilePages = (ushort)(setup.Length == FileLength.Full ? Pages.OfFile : Pages.OfPartialFile),
            FreeClusters = setup.FileSystem == FileSystemState.Full ? (short)0 : World.ManyFreeClusters,
        };
        LayOut(ref world, setup.Extents);
        if (setup.Mount == Mount.NoDax)
        {
            FillCache(ref world, setup.Extents);
        }

        return world;
    }

    private static void LayOut(ref World world, ExtentLayout layout)
    {
        var written = layout switch
        {
            ExtentLayout.Hole => -1,
            ExtentLayout.Unwritten => 0,
            _ => world.FilePages,
        };
        var start = 0;
        if (layout == ExtentLayout.Fragmented)
        {
            Append(ref world.Extents, 0, Pages.Fragment, unwritten: false);
            start = Pages.Fragment + 1;
        }

        if (written >= 0)
        {
            Append(ref world.Extents, start, written, unwritten: false);
            Append(ref world.Extents, Math.Max(start, written), Pages.OfFile, unwritten: true);
        }
    }

    private static void Append(ref ExtentTree extents, int start, int end, bool unwritten)
    {
        if (end > start)
        {
            extents.Insert(extents.Count, new Extent(start, end - start, Extent.SetupPlace, unwritten));
        }
    }

    /// <summary>Without DAX the set-up wrote through the page cache, and what it wrote is still there.</summary>
    private static void FillCache(ref World world, ExtentLayout layout)
    {
        if (layout is ExtentLayout.Hole or ExtentLayout.Unwritten)
        {
            return;
        }

        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (Pages.At(slot) < world.FilePages)
            {
                world.CachedPages |= (byte)(1 << slot);
            }
        }
    }
}
