namespace Compare.Patches;

/// <summary>The types of the kernel, and the members of its structures.</summary>
internal static class KernelTypes
{
    /// <summary>Type names that need no <c>struct</c>.</summary>
    public static ImmutableDictionary<string, CType> Names { get; } = new (string Name, CType Type)[]
    {
        ("bool", CType.Bool),
        ("_Bool", CType.Bool),
        ("u8", Integer("u8", 1, true)),
        ("u16", Integer("u16", 2, true)),
        ("u32", Integer("u32", 4, true)),
        ("u64", Integer("u64", 8, true)),
        ("s8", Integer("s8", 1, false)),
        ("s16", Integer("s16", 2, false)),
        ("s32", Integer("s32", 4, false)),
        ("s64", Integer("s64", 8, false)),
        ("size_t", Integer("size_t", 8, true)),
        ("ssize_t", Integer("ssize_t", 8, false)),
        ("loff_t", Integer("loff_t", 8, false)),
        ("pgoff_t", Integer("pgoff_t", 8, true)),
        ("sector_t", Integer("sector_t", 8, true)),
        ("gfp_t", Integer("gfp_t", 4, true)),
        ("vm_flags_t", Integer("vm_flags_t", 8, true)),
        ("vm_fault_t", Integer("vm_fault_t", 4, true)),
        ("handle_t", Handle),
        ("pfn_t", PageFrame),
    }.ToImmutableDictionary(pair => pair.Name, pair => pair.Type);

    /// <summary><c>handle_t</c>.</summary>
    public static CType Handle => CType.Struct("handle_s");

    /// <summary><c>pfn_t</c>.</summary>
    public static CType PageFrame => CType.Struct("pfn_t");

    /// <summary>The members of each structure. include/linux/mm_types.h, mm.h and fs.h; fs/ext4/ext4.h.</summary>
    public static ImmutableDictionary<string, ImmutableDictionary<string, Member>> Structures { get; } = new[]
    {
        Of(
            "vm_fault",
            ("vma", new(Pointer("vm_area_struct"), _ => KernelObjects.Vma)),
            ("flags", new(CType.UnsignedInt, machine => Flags.Of(machine.Fault.Flags))),
            ("cow_page", new(Pointer("page"), machine => machine.Fault.HasCowPage ? KernelObjects.CowPage : 0)),
            ("pgoff", new(Names["pgoff_t"], machine => machine.Kernel.PageOffset)),
            ("address", new(CType.UnsignedLong, null)),
            ("gfp_mask", new(Names["gfp_t"], null)),

            // mm/memory.c __handle_mm_fault: set only once the handler was asked at PUD size.
            ("pmd", new(Pointer("pmd_t"), machine => machine.Fault.Level == FaultLevel.Pud ? 0 : KernelObjects.Other)),
            ("pud", new(Pointer("pud_t"), _ => KernelObjects.Other))),
        Of(
            "vm_area_struct",
            ("vm_file", new(Pointer("file"), _ => KernelObjects.File)),
            ("vm_flags", new(CType.UnsignedLong, machine => Flags.Of(machine.Fault.VmFlags))),
            ("vm_mm", new(Pointer("mm_struct"), _ => KernelObjects.Other)),
            ("vm_start", new(CType.UnsignedLong, null)),
            ("vm_end", new(CType.UnsignedLong, null)),
            ("vm_pgoff", new(CType.UnsignedLong, null))),
        Of(
            "file",
            ("f_mapping", new(Pointer("address_space"), _ => KernelObjects.Mapping)),
            ("f_inode", new(Pointer("inode"), _ => KernelObjects.Inode))),
        Of(
            "inode",
            ("i_sb", new(Pointer("super_block"), _ => KernelObjects.SuperBlock)),
            ("i_mapping", new(Pointer("address_space"), _ => KernelObjects.Mapping)),
            ("i_size", new(Names["loff_t"], machine => machine.Kernel.FileSize)),
            ("i_ino", new(CType.UnsignedLong, null))),
        Of(
            "address_space",
            ("host", new(Pointer("inode"), _ => KernelObjects.Inode)),
            ("invalidate_lock", new(CType.Struct("rw_semaphore"), null, KernelObjects.MappingLock))),
        Of("super_block", ("s_flags", new(CType.UnsignedLong, machine => machine.Kernel.IsReadOnly ? 1 : 0))),
        Of(
            "ext4_inode_info",
            ("i_mmap_sem", new(CType.Struct("rw_semaphore"), null, KernelObjects.MappingLock)),
            ("vfs_inode", new(CType.Struct("inode"), null, KernelObjects.Inode))),
        Of("ext4_sb_info"),
    }.ToImmutableDictionary(structure => structure.Name, structure => structure.Members);

    /// <summary>A pointer to a structure.</summary>
    public static CType Pointer(string structure) => CType.To(CType.Struct(structure));

    private static CType Integer(string name, int bytes, bool isUnsigned) => new(CKind.Integer, name, bytes, isUnsigned);

    private static (string Name, ImmutableDictionary<string, Member> Members) Of(string name, params (string Name, Member Member)[] members)
        => (name, members.ToImmutableDictionary(member => member.Name, member => member.Member));
}
