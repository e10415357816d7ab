namespace Compare.Guest;

/// <summary>A mapping of a scenario's file, with its descriptor.</summary>
/// <param name="Descriptor">The descriptor.</param>
/// <param name="Address">Where it begins; 0: there is none.</param>
/// <param name="Length">Bytes.</param>
internal readonly unsafe record struct Mapping(int Descriptor, nint Address, nint Length)
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 4096;

    private const nint Region = 1 << 30;
    private const long MainRegions = 0x6000_0000_0000;
    private const long OtherRegions = 0x5000_0000_0000;

    /// <summary>Length of the file where it is full, and of a mapping that is not small.</summary>
    public const int FullLength = 4 << 20;

    private const nint SmallLength = 16 * PageSize;
    private const nint PmdSize = 2 << 20;
    private const nint HalfOfMoves = 256 << 20;

    /// <summary>The part that <c>dontneed</c> drops: the first PMD range, or all of it when small.</summary>
    public nint FirstRange => Length == SmallLength ? Length : PmdSize - (Address % PmdSize);

    /// <summary>Begin of the 1 GiB region in which it lies alone.</summary>
    public nint RegionStart => Address & ~(Region - 1);

    /// <summary>Opens and maps a file.</summary>
    /// <param name="world">The world.</param>
    /// <param name="place">Number of the region, from 0.</param>
    /// <param name="isOther">Whether it is the second mapping.</param>
    public static Mapping Of(World world, int place, bool isOther)
    {
        var setup = world.Scenario.Setup;
        var (writable, shared, protection) = isOther
            ? (!setup.FileSystem.OpensReadOnly(), true, setup.FileSystem.OpensReadOnly() ? Native.ProtectRead : Both)
            : setup.Mapping switch
            {
                MappingKind.Shared => (true, true, Both),
                MappingKind.SharedReadOnly => (true, true, Native.ProtectRead),
                MappingKind.SharedReadOnlyDescriptor => (false, true, Native.ProtectRead),
                MappingKind.Private => (false, false, Both),
                _ => (false, false, Native.ProtectRead),
            };
        var file = Machine.Expect(Native.Open(world.Path, writable ? Native.ReadWrite : Native.ReadOnly), world.Path);
        var length = setup.Geometry == Geometry.Small ? SmallLength : FullLength;
        var start = (nint)(isOther ? OtherRegions : MainRegions) + (place * Region) + (setup.Geometry == Geometry.Misaligned ? PageSize : 0);
        var address = Native.Map(start, length, protection, (shared ? Native.MapShared : Native.MapPrivate) | Native.MapFixed, file, 0);
        if ((nint)address != start)
        {
            throw new IOException($"mmap {world.Path}: error {Native.Error}");
        }

        if (setup.HugePages == HugePages.Refused)
        {
            Machine.Expect(Native.Advise(address, length, Native.NoHugePage), world.Path);
        }

        return new Mapping(file, start, length);
    }

    /// <summary>Moves it to the other half of the first 512 MiB of its region, shifted by a page.</summary>
    /// <param name="moved">The mapping afterwards.</param>
    /// <returns>What the call gave: 0 or more, or -1 with an error.</returns>
    public int Move(out Mapping moved)
    {
        var half = (Address & HalfOfMoves) == 0 ? HalfOfMoves : 0;
        var target = RegionStart + half + (Address % PmdSize == 0 ? PageSize : 0);
        var result = Native.Remap((byte*)Address, Length, Length, Native.MayMove | Native.FixedPlace, target);
        moved = (nint)result == target ? this with { Address = target } : this;
        return (nint)result == target ? 0 : -1;
    }

    /// <summary>Unmaps and closes.</summary>
    public void Close()
    {
        if (Address != 0)
        {
            Machine.Expect(Native.Unmap((byte*)Address, Length), "munmap");
            Machine.Expect(Native.Close(Descriptor), "close");
        }
    }

    private const int Both = Native.ProtectRead | Native.ProtectWrite;
}
