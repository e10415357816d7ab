namespace Compare.Patches;

/// <summary>Numbers that stand for the kernel's objects: one of each kind is in reach of a fault handler.</summary>
internal static class KernelObjects
{
    /// <summary>The first number that is no small integer: NULL and what is near it cannot be read through.</summary>
    public const long First = 4096;

    /// <summary><c>struct vm_fault</c>.</summary>
    public const long Fault = 0x1_0000;

    /// <summary><c>struct vm_area_struct</c> of the fault.</summary>
    public const long Vma = 0x2_0000;

    /// <summary><c>struct file</c> of the VMA.</summary>
    public const long File = 0x3_0000;

    /// <summary><c>struct inode</c> of the file.</summary>
    public const long Inode = 0x4_0000;

    /// <summary><c>struct super_block</c> of the inode.</summary>
    public const long SuperBlock = 0x5_0000;

    /// <summary><c>struct address_space</c> of the inode.</summary>
    public const long Mapping = 0x6_0000;

    /// <summary><c>struct ext4_inode_info</c> of the inode.</summary>
    public const long Ext4Inode = 0x7_0000;

    /// <summary><c>struct ext4_sb_info</c> of the super block.</summary>
    public const long Ext4SuperBlock = 0x8_0000;

    /// <summary>A journal handle.</summary>
    public const long Handle = 0x9_0000;

    /// <summary>The semaphore against truncation: <c>i_mmap_sem</c>, later <c>invalidate_lock</c>.</summary>
    public const long MappingLock = 0xA_0000;

    /// <summary>The file system's block lookup (<c>struct iomap_ops</c>).</summary>
    public const long BlockLookup = 0xB_0000;

    /// <summary><c>cow_page</c> of the fault.</summary>
    public const long CowPage = 0xC_0000;

    /// <summary>What the model only hands on.</summary>
    public const long Other = 0xD_0000;

    /// <summary>The largest error number in a pointer (<c>MAX_ERRNO</c>, include/linux/err.h).</summary>
    public const long MostErrors = 4095;

    /// <summary>Whether a pointer holds an error number (<c>IS_ERR</c>, include/linux/err.h).</summary>
    public static bool IsError(long pointer) => pointer is < 0 and >= -MostErrors;

    /// <summary>Whether a pointer can be read through.</summary>
    public static bool IsObject(long pointer) => pointer >= First;
}
