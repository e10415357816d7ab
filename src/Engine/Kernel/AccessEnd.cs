namespace Compare.Engine;

/// <summary>How a repeated access ended.</summary>
internal enum AccessEnd : byte
{
    /// <summary>The access went through.</summary>
    Done,

    /// <summary>A fault failed.</summary>
    Failed,

    /// <summary>A fault waits for what nobody will do.</summary>
    Blocked,

    /// <summary>The access repeats in the same world for ever.</summary>
    Livelock,
}
