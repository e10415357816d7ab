using System.Text;

namespace Compare.Guest;

/// <summary>A scenario with its file and mappings while it exists in the machine.</summary>
/// <param name="Index">Number of its line in <c>/scenarios</c>, from 0.</param>
/// <param name="Scenario">The scenario.</param>
internal sealed unsafe record World(int Index, Scenario Scenario)
{
    private const long Partial = (1 << 20) + 100;
    private const int Mode = 0x1ed;

    private static readonly byte[] Content = Encoding.ASCII.GetBytes(new string('D', (int)Mapping.FullLength));

    /// <summary>The file.</summary>
    public string Path { get; } = $"{FileSystem.Place}/f{Index}";

    /// <summary>Descriptor of the main mapping, and its address.</summary>
    public Mapping Main { get; set; }

    /// <summary>The second mapping, where a step uses it.</summary>
    public Mapping Other { get; set; }

    /// <summary>The descriptor that punches where it is open before any step; else -1.</summary>
    public int Puncher { get; private set; } = -1;

    /// <summary>A process that waits for what comes after the last step only; 0: none.</summary>
    public int Stuck { get; set; }

    /// <summary>Whether a step changes the file system, which then is the scenario's alone.</summary>
    public bool ChangesFileSystem => Scenario.Steps.Any(step => step.IsByAnother);

    /// <summary>Makes the file with its extents and an old time.</summary>
    public void MakeFile()
    {
        var setup = Scenario.Setup;
        var length = setup.Length == FileLength.Full ? Mapping.FullLength : Partial;
        var file = Expect(Native.Open(Path, Native.ReadWrite | Native.Create | Native.Truncate, Mode));
        if (setup.Extents != ExtentLayout.Hole)
        {
            Expect(Native.Allocate(file, Native.KeepSize, 0, Mapping.FullLength));
        }

        if (setup.Extents is ExtentLayout.Written or ExtentLayout.Fragmented)
        {
            fixed (byte* content = Content)
            {
                Expect((int)Native.WriteAt(file, content, (nint)length, 0));
            }
        }

        if (setup.Extents == ExtentLayout.Fragmented)
        {
            Expect(Native.Allocate(file, Native.PunchHole | Native.KeepSize, 40 * Mapping.PageSize, Mapping.PageSize));
        }

        if (setup.Extents is ExtentLayout.Hole or ExtentLayout.Unwritten)
        {
            // What was written has its length; to set it again would free the blocks beyond.
            Expect(Native.SetLength(file, length));
        }

        Expect(Native.Flush(file));
        Expect(Native.Close(file));
        FileTimes.Age(Path);
    }

    /// <summary>Maps the file as the scenario says.</summary>
    /// <param name="place">Number of the 1 GiB region, from 0.</param>
    public void MapFile(int place)
    {
        Main = Mapping.Of(this, place, isOther: false);
        if (Scenario.UsesSecondMapping)
        {
            Other = Mapping.Of(this, place, isOther: true);
        }

        if (Scenario.PunchesThroughOpenFile)
        {
            Puncher = Expect(Native.Open(Path, Native.ReadWrite));
        }
    }

    /// <summary>Waits for the end of a process that nothing holds any more.</summary>
    public void AwaitStuck()
    {
        if (Stuck != 0)
        {
            _ = Native.Wait(Stuck, null, 0);
        }
    }

    /// <summary>Takes the mappings away.</summary>
    public void Unmap()
    {
        Main.Close();
        Other.Close();
        if (Puncher >= 0)
        {
            Expect(Native.Close(Puncher));
        }
    }

    private int Expect(int result) => Machine.Expect(result, Path);
}
