namespace Compare.Engine;

/// <summary>Policy: when a forced write may go through a read-only entry.</summary>
public enum ForcedFollow : byte
{
    /// <summary>After the write-protect path broke copy-on-write, for which the fault comes once more (v4.13 mm/gup.c faultin_page, FOLL_COW).</summary>
    AfterBrokenCow,

    /// <summary>Where it maps a private copy (v6.1 mm/gup.c can_follow_write_pte).</summary>
    PrivateCopy,
}
