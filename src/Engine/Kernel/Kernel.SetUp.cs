namespace Compare.Engine;

/// <content>The world before the first step.</content>
public sealed partial class Kernel
{
    /// <summary>The world before the first step.</summary>
    /// <param name="setup">What decides it.</param>
    /// <param name="needsWriter">Whether a step uses a descriptor of its own that may write and is open from the start: that of the second mapping, or
    /// the one that punches.</param>
    public static World SetUp(in WorldSetup setup, bool needsWriter = false)
    {
        var canWrite = !setup.FileSystem.OpensReadOnly();
        var world = new World
        {
            Mount = setup.Mount,
            FileSystem = FlagsOf(setup.FileSystem),
            HugePages = setup.HugePages,
            IsSmall = (byte)(setup.Geometry == Geometry.Small ? 1 : 0),
            HasWriter = (byte)(needsWriter && canWrite ? 1 : 0),
            PunchesThroughOpenFile = (byte)(PunchesThroughOpenFile(setup.FileSystem) ? 1 : 0),
            Main = MapFile(setup.Mapping, setup.Geometry),
            Other = MapFile(canWrite ? MappingKind.Shared : MappingKind.SharedReadOnlyDescriptor, setup.Geometry),
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

    /// <summary>Whether <c>punch</c> uses a descriptor that is open from the start, for the file could not be opened any more; elsewhere it opens the file.</summary>
    /// <param name="state">The state that the set-up makes.</param>
    public static bool PunchesThroughOpenFile(FileSystemState state) => state is FileSystemState.Shutdown or FileSystemState.Aborted;

    private static MappingTables MapFile(MappingKind kind, Geometry geometry)
        => new() { Kind = kind, Shift = (byte)(geometry == Geometry.Misaligned ? 1 : 0) };

    private static FileSystemFlags FlagsOf(FileSystemState state) => state switch
    {
        FileSystemState.ReadOnly or FileSystemState.Emergency => FileSystemFlags.ReadOnly,
        FileSystemState.Aborted => FileSystemFlags.Aborted,
        FileSystemState.Shutdown => FileSystemFlags.ShutDown,
        FileSystemState.Frozen => FileSystemFlags.Frozen,
        FileSystemState.NoJournal => FileSystemFlags.NoJournal,
        FileSystemState.NoJournalReadOnly => FileSystemFlags.NoJournal | FileSystemFlags.ReadOnly,
        FileSystemState.Full => FileSystemFlags.Full,
        _ => FileSystemFlags.None,
    };

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
