namespace Compare.Engine;

/// <summary>How the file is mapped: open mode, sharing and protection.</summary>
public enum MappingKind : byte
{
    /// <summary><c>O_RDWR</c>, <c>MAP_SHARED</c>, read and write.</summary>
    Shared,

    /// <summary><c>O_RDWR</c>, <c>MAP_SHARED</c>, read only.</summary>
    SharedReadOnly,

    /// <summary><c>O_RDONLY</c>, <c>MAP_SHARED</c>, read only; <c>do_mmap</c> clears <c>VM_SHARED</c> on it.</summary>
    SharedReadOnlyDescriptor,

    /// <summary><c>O_RDONLY</c>, <c>MAP_PRIVATE</c>, read and write.</summary>
    Private,

    /// <summary><c>O_RDONLY</c>, <c>MAP_PRIVATE</c>, read only.</summary>
    PrivateReadOnly,
}
