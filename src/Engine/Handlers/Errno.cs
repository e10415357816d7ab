namespace Compare.Engine;

/// <summary>Error numbers that cross the modelled path.</summary>
public enum Errno : byte
{
    /// <summary>Success.</summary>
    None,

    /// <summary><c>EIO</c>.</summary>
    Io,

    /// <summary><c>EROFS</c>.</summary>
    ReadOnlyFileSystem,

    /// <summary><c>ENOSPC</c>.</summary>
    NoSpace,
}
