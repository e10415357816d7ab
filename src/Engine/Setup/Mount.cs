namespace Compare.Engine;

/// <summary>How the ext4 file system is mounted.</summary>
public enum Mount : byte
{
    /// <summary><c>-o dax</c>: pages of a file map storage directly.</summary>
    Dax,

    /// <summary>Without <c>-o dax</c>: the page cache is between file and mapping.</summary>
    NoDax,
}
