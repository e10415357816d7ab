namespace Compare.Engine;

/// <summary>The size at which the handler is asked (<c>enum page_entry_size</c>, include/linux/mm.h).</summary>
public enum FaultLevel : byte
{
    /// <summary>1 GiB.</summary>
    Pud,

    /// <summary>2 MiB.</summary>
    Pmd,

    /// <summary>4 KiB.</summary>
    Pte,
}
