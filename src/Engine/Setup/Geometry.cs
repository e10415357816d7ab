namespace Compare.Engine;

/// <summary>Where the main mapping lies in its own 1 GiB region of address space, and how long it is.</summary>
public enum Geometry : byte
{
    /// <summary>Starts on the 1 GiB boundary, 4 MiB long.</summary>
    Aligned,

    /// <summary>Starts one page after the boundary, 4 MiB long: address and file offset differ in PMD colour.</summary>
    Misaligned,

    /// <summary>Starts on the boundary, 16 pages long: no PMD fits inside.</summary>
    Small,
}
