namespace Compare.Patches;

/// <summary>The configuration that a file is read with: a kernel for x86-64 with DAX, whose symbols are built in.</summary>
internal static class Configuration
{
    /// <summary>The symbols that are set.</summary>
    public static IReadOnlySet<string> Symbols { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "CONFIG_64BIT",
        "CONFIG_ARCH_HAS_PMEM_API",
        "CONFIG_BLOCK",
        "CONFIG_DAX",
        "CONFIG_EXT4_FS",
        "CONFIG_FS_DAX",
        "CONFIG_FS_DAX_PMD",
        "CONFIG_HAVE_ARCH_TRANSPARENT_HUGEPAGE",
        "CONFIG_HAVE_ARCH_TRANSPARENT_HUGEPAGE_PUD",
        "CONFIG_MMU",
        "CONFIG_TRANSPARENT_HUGEPAGE",
        "CONFIG_X86",
        "CONFIG_X86_64",
        "__KERNEL__",
    };
}
