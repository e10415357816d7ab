namespace Compare.Engine;

/// <summary>Policy: what becomes of a forced write to a read-only shared mapping whose descriptor may write.</summary>
public enum ForcedSharedWrite : byte
{
    /// <summary>It is refused (mm/gup.c check_vma_flags, since commit cda540ace6a1).</summary>
    Refused,

    /// <summary>It is let through and copies the page (mm/memory.c before commit cda540ace6a1).</summary>
    Copies,
}
