namespace Compare.Engine;

/// <summary>What a page of a mapping maps after a step.</summary>
public enum MappedPage : byte
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>Storage.</summary>
    Dax,

    /// <summary>The shared 4 KiB zero page.</summary>
    Zero,

    /// <summary>The 2 MiB zero page.</summary>
    HugeZero,

    /// <summary>A page-cache page.</summary>
    Cache,

    /// <summary>An anonymous, copied page.</summary>
    Anonymous,

    /// <summary>Not asked: after <c>fork</c>, a blocked step or a livelock.</summary>
    NotAsked,
}
