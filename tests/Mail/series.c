#include <linux/dax.h>
#include "ext4.h"
#include "ext4_jbd2.h"

/* A file of our own, in which mails are tried. It is of no kernel. */

static const struct vm_operations_struct mapped_operations;

static int answer_for(int error)
{
	if (error == -ENOMEM)
		return VM_FAULT_OOM;
	if (error == -EAGAIN)
		return VM_FAULT_NOPAGE;
	return VM_FAULT_SIGBUS;
}

static int fault_of_size(struct vm_fault *vmf,
			 enum page_entry_size size)
{
	struct file *mapped = vmf->vma->vm_file;
	struct inode *host = file_inode(mapped);
	bool modify;
	handle_t *transaction = NULL;
	int answer;

	/*
	 * Only a shared mapping + a write changes the file. A private one
	 * gets a copy of its own, so the journal - which is what takes
	 * most of the time here - has nothing to do.
	 */
	modify = (vmf->flags & FAULT_FLAG_WRITE) &&
		 (vmf->vma->vm_flags & VM_SHARED);

	if (size != PE_SIZE_PTE && !modify &&
	    vmf->pgoff + 1 > MOST_PAGES) {
		return VM_FAULT_FALLBACK;
	}

	if (modify) {
		sb_start_pagefault(host->i_sb);
		file_update_time(mapped);
	}

	down_read(&EXT4_I(host)->i_mmap_sem);
	if (modify)
		transaction = ext4_journal_start_sb(host->i_sb,
				EXT4_HT_WRITE_PAGE,
				EXT4_DATA_TRANS_BLOCKS(host->i_sb));

	if (IS_ERR(transaction))
		answer = answer_for(PTR_ERR(transaction));
	else
		answer = dax_iomap_fault(vmf, size, &ext4_iomap_ops);

	if (modify && !IS_ERR(transaction))
		ext4_journal_stop(transaction);
	up_read(&EXT4_I(host)->i_mmap_sem);
	if (modify)
		sb_end_pagefault(host->i_sb);

	return answer;
}

static int small_fault(struct vm_fault *vmf)
{
	return fault_of_size(vmf, PE_SIZE_PTE);
}

static const struct vm_operations_struct mapped_operations = {
	.fault		= small_fault,
	.huge_fault	= fault_of_size,
	.page_mkwrite	= small_fault,
	.pfn_mkwrite	= small_fault,
};
