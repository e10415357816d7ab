namespace Compare.Patches;

/// <summary>The constants and global objects of the kernel that a handler may name.</summary>
internal static class KernelConstants
{
    /// <summary>The sizes of a fault as <c>enum page_entry_size</c> (include/linux/mm.h), which v6.6 took out.</summary>
    public static ImmutableDictionary<string, FaultLevel> Sizes { get; } = new (string Name, FaultLevel Level)[]
    {
        ("PE_SIZE_PTE", FaultLevel.Pte),
        ("PE_SIZE_PMD", FaultLevel.Pmd),
        ("PE_SIZE_PUD", FaultLevel.Pud),
    }.ToImmutableDictionary(pair => pair.Name, pair => pair.Level);

    /// <summary>Integers, by name. include/linux/mm.h, fs.h, huge_mm.h, asm-generic/errno-base.h, asm/page_types.h of x86.</summary>
    public static ImmutableDictionary<string, (CType Type, long Value)> Integers { get; } = new (string Name, CType Type, long Value)[]
    {
        ("true", CType.Int, 1),
        ("false", CType.Int, 0),
        ("EIO", CType.Int, 5),
        ("ENOMEM", CType.Int, 12),
        ("EFAULT", CType.Int, 14),
        ("EINVAL", CType.Int, 22),
        ("ENOSPC", CType.Int, 28),
        ("EROFS", CType.Int, 30),
        ("VM_FAULT_ERROR", CType.Int, Flags.Error),
        ("SB_RDONLY", CType.Int, 1),
        ("MS_RDONLY", CType.Int, 1),
        ("PAGE_SHIFT", CType.Int, 12),
        ("PMD_SHIFT", CType.Int, 21),
        ("PUD_SHIFT", CType.Int, 30),
        ("PMD_ORDER", CType.Int, 9),
        ("HPAGE_PMD_ORDER", CType.Int, 9),
        ("PUD_ORDER", CType.Int, 18),
        ("PAGE_SIZE", CType.UnsignedLong, 1L << 12),
        ("PMD_SIZE", CType.UnsignedLong, 1L << 21),
        ("PUD_SIZE", CType.UnsignedLong, 1L << 30),
        ("PAGE_MASK", CType.UnsignedLong, -1L << 12),
        ("PMD_MASK", CType.UnsignedLong, -1L << 21),
        ("PUD_MASK", CType.UnsignedLong, -1L << 30),
        ("THP_FAULT_FALLBACK", CType.Int, ThpFaultFallback),
    }
        .Concat(Flags.OfFault.Select(flag => (flag.Name, CType.Int, flag.Bit)))
        .Concat(Flags.OfVma.Select(flag => (flag.Name, CType.Int, flag.Bit)))
        .Concat(Flags.OfResult.Select(flag => (flag.Name, CType.Int, flag.Bit)))
        .Concat(Flags.NeverSet.Select(flag => (flag.Name, CType.Int, flag.Bit)))
        .ToImmutableDictionary(constant => constant.Name, constant => (constant.Item2, constant.Item3));

    /// <summary>What is only handed on: kinds of handle and the credits of one (fs/ext4/ext4_jbd2.h).</summary>
    public static ImmutableHashSet<string> Opaque { get; } =
        ["EXT4_HT_WRITE_PAGE", "EXT4_HT_INODE", "EXT4_HT_MAP_BLOCKS", "EXT4_HT_MISC", "GFP_KERNEL", "GFP_NOFS"];

    /// <summary>Objects by name: fs/ext4/ext4.h.</summary>
    public static ImmutableDictionary<string, (CType Type, long Address)> Objects { get; } = new (string Name, CType Type, long Address)[]
    {
        ("ext4_iomap_ops", CType.Struct("iomap_ops"), KernelObjects.BlockLookup),
    }.ToImmutableDictionary(pair => pair.Name, pair => (pair.Type, pair.Address));

    /// <summary>The event that <c>count_vm_event</c> can count in the model.</summary>
    public const long ThpFaultFallback = 1;

    /// <summary>The number of a size.</summary>
    /// <param name="level">The size.</param>
    /// <param name="isOrder">Whether the handler is told the order of the folio (v6.6 and later), and not <c>enum page_entry_size</c>.</param>
    public static long SizeOf(FaultLevel level, bool isOrder) => (level, isOrder) switch
    {
        (FaultLevel.Pte, _) => 0,
        (FaultLevel.Pmd, true) => 9,
        (FaultLevel.Pmd, false) => 1,
        (_, true) => 18,
        _ => 2,
    };
}
