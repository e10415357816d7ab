namespace Compare.Comparison;

/// <summary>What conditions need of a row that both tables have, in 12 bytes: where it stands in the columns of conditions, and its class.</summary>
/// <param name="Steps">Number of its list of steps.</param>
/// <param name="Axes">The seven axes of its scenario, a few bits each.</param>
/// <param name="Kernel">Number of the kernel.</param>
/// <param name="Strategy">Number of the strategy.</param>
/// <param name="Class">Number of its class; 0 where nothing changed.</param>
internal readonly record struct PackedRow(int Steps, ushort Axes, ushort Kernel, ushort Strategy, ushort Class) : IComparable<PackedRow>
{
    /// <summary>Rows that stand at one point lie together, ordered by class.</summary>
    public int CompareTo(PackedRow other)
    {
        var order = Place.CompareTo(other.Place);
        return order != 0 ? order : Class.CompareTo(other.Class);
    }

    /// <summary>Whether another row is the same in every column of conditions.</summary>
    public bool IsAt(PackedRow other) => Place == other.Place;

    private UInt128 Place => new((uint)Steps, ((ulong)Axes << 32) | ((ulong)Kernel << 16) | Strategy);
}
