using Compare.Patches;

namespace Compare.Tests;

/// <summary>Fault handlers in C, written for the tests in the manner of three kernels.</summary>
internal static class CSources
{
    /// <summary>A write; the whole condition.</summary>
    public const string Original = "bool write = vmf->flags & FAULT_FLAG_WRITE;";

    /// <summary>A write to a shared VMA.</summary>
    public const string Zwisler = "bool write = (vmf->flags & FAULT_FLAG_WRITE) && (vmf->vma->vm_flags & VM_SHARED);";

    /// <summary>By the size of the fault, for <c>enum page_entry_size</c>.</summary>
    public const string V2 = """
        bool write;

        switch (pe_size) {
        case PE_SIZE_PTE:
                write = (vmf->flags & FAULT_FLAG_WRITE) && !vmf->cow_page;
                break;
        case PE_SIZE_PMD:
                write = vmf->flags & FAULT_FLAG_WRITE;
                if (write && !(vmf->vma->vm_flags & VM_SHARED)) {
                        split_huge_pmd(vmf->vma, vmf->pmd, vmf->address);
                        count_vm_event(THP_FAULT_FALLBACK);
                        return VM_FAULT_FALLBACK;
                }
                break;
        default:
                return VM_FAULT_FALLBACK;
        }
        """;

    /// <summary>v2 without its split.</summary>
    public static string V2NoSplit { get; } = V2.Replace("split_huge_pmd(vmf->vma, vmf->pmd, vmf->address);", "", StringComparison.Ordinal);

    /// <summary>Never.</summary>
    public const string Never = "bool write = false;";

    /// <summary>The manners, by the kernel that has them.</summary>
    public static IReadOnlyList<string> Manners { get; } = ["v4.13", "v6.1", "v6.12"];

    /// <summary>A file with a handler.</summary>
    /// <param name="manner">Whose manner.</param>
    /// <param name="decision">The statements that decide.</param>
    public static string File(string manner, string decision) => Text(manner, decision.Replace("\n", "\n        ", StringComparison.Ordinal));

    private static string Text(string manner, string decision) => manner switch
    {
        "v4.13" => $$"""
            #include <linux/fs.h>
            #include "ext4.h"

            #ifdef CONFIG_FS_DAX
            static int dax_huge(struct vm_fault *vmf, enum page_entry_size pe_size)
            {
                    struct inode *inode = file_inode(vmf->vma->vm_file);
                    struct super_block *sb = inode->i_sb;
                    handle_t *handle = NULL;
                    int result;
                    {{decision}}

                    if (write) {
                            sb_start_pagefault(sb);
                            file_update_time(vmf->vma->vm_file);
                    }
                    down_read(&EXT4_I(inode)->i_mmap_sem);
                    if (write)
                            handle = ext4_journal_start_sb(sb, EXT4_HT_WRITE_PAGE, EXT4_DATA_TRANS_BLOCKS(sb));
                    result = IS_ERR(handle) ? VM_FAULT_SIGBUS : dax_iomap_fault(vmf, pe_size, &ext4_iomap_ops);
                    if (write && !IS_ERR(handle))
                            ext4_journal_stop(handle);
                    up_read(&EXT4_I(inode)->i_mmap_sem);
                    if (write)
                            sb_end_pagefault(sb);
                    return result;
            }

            static int dax_small(struct vm_fault *vmf)
            {
                    return dax_huge(vmf, PE_SIZE_PTE);
            }

            static const struct vm_operations_struct dax_vm_ops = {
                    .fault = dax_small,
                    .huge_fault = dax_huge,
                    .page_mkwrite = dax_small,
            };
            #else
            #define dax_vm_ops file_vm_ops
            #endif

            static const struct vm_operations_struct file_vm_ops = {
                    .fault = filemap_fault,
                    .map_pages = filemap_map_pages,
            };
            """,
        _ => $$"""
            static vm_fault_t dax_huge(struct vm_fault *vmf, {{(manner == "v6.1" ? "enum page_entry_size pe_size" : "unsigned int order")}})
            {
                    struct inode *inode = file_inode(vmf->vma->vm_file);
                    struct super_block *sb = inode->i_sb;
                    struct address_space *mapping = vmf->vma->vm_file->f_mapping;
                    handle_t *handle = NULL;
                    vm_fault_t result;
                    int error = 0, retries = 0;
                    pfn_t pfn;
                    {{(manner == "v6.1" ? decision : Orders(decision))}}

                    if (!write) {
                            filemap_invalidate_lock_shared(mapping);
                    } else {
                            sb_start_pagefault(sb);
                            file_update_time(vmf->vma->vm_file);
                            filemap_invalidate_lock_shared(mapping);
            again:
                            handle = ext4_journal_start_sb(sb, EXT4_HT_WRITE_PAGE, EXT4_DATA_TRANS_BLOCKS(sb));
                            if (IS_ERR(handle)) {
                                    result = VM_FAULT_SIGBUS;
                                    goto unlock;
                            }
                    }
                    result = dax_iomap_fault(vmf, {{(manner == "v6.1" ? "pe_size" : "order")}}, &pfn, &error, &ext4_iomap_ops);
                    if (write) {
                            ext4_journal_stop(handle);
                            if ((result & VM_FAULT_ERROR) && error == -ENOSPC && ext4_should_retry_alloc(sb, &retries))
                                    goto again;
                            if (result & VM_FAULT_NEEDDSYNC)
                                    result = dax_finish_sync_fault(vmf, {{(manner == "v6.1" ? "pe_size" : "order")}}, pfn);
                    }
            unlock:
                    filemap_invalidate_unlock_shared(mapping);
                    if (write)
                            sb_end_pagefault(sb);
                    return result;
            }

            static vm_fault_t dax_small(struct vm_fault *vmf)
            {
                    return dax_huge(vmf, {{(manner == "v6.1" ? "PE_SIZE_PTE" : "0")}});
            }

            static const struct vm_operations_struct dax_vm_ops = {
                    .fault          = dax_small,
                    .huge_fault     = dax_huge,
                    .page_mkwrite   = dax_small,
                    .pfn_mkwrite    = dax_small,
            };
            """,
    };

    /// <summary>The handler of a text.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">Name of the strategy.</param>
    public static CHandler Handler(string text, string name = "c")
        => CHandler.Read(CText.Of(SourceText.Of("file.c", text)), new StrategyTitle(name, "a test"));

    private static string Orders(string decision) => decision
        .Replace("pe_size", "order", StringComparison.Ordinal)
        .Replace("PE_SIZE_PTE", "0", StringComparison.Ordinal)
        .Replace("PE_SIZE_PMD", "PMD_ORDER", StringComparison.Ordinal);
}
