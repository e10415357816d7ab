using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Patches;

/// <summary>What a reviewer writes beside what the handlers of the kernel use.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("bool write = DIV_ROUND_UP(8193, PAGE_SIZE) == 3 && DIV_ROUND_UP(8192, 4096) == 2;", "journal")]
    [InlineData("bool write = round_up(4097UL, PAGE_SIZE) == 8192 && ALIGN(4096, 4096) == 4096;", "journal")]
    [InlineData("bool write = round_down(8191UL, PAGE_SIZE) == 4096 && ALIGN_DOWN(8192, PAGE_SIZE) == 8192;", "journal")]
    [InlineData("bool write = IS_ALIGNED(8192, PAGE_SIZE) && !IS_ALIGNED(8193, PAGE_SIZE);", "journal")]
    [InlineData("bool write = min(3, 4) == 3 && max(3, 4) == 4 && min_t(u8, 256, 1) == 0 && max_t(unsigned int, -1, 1) == 0xffffffff;", "journal")]
    [InlineData("bool write = ext4_forced_shutdown(sb);", "no journal or journal")]
    [InlineData("bool write = ext4_forced_shutdown(EXT4_SB(sb));", "no journal or journal")]
    [InlineData("bool write = vma_is_shared_maywrite(vmf->vma) == !!(vmf->vma->vm_flags & VM_SHARED);", "journal")]
    [InlineData("bool write = vma_is_dax(vmf->vma) && !vma_is_anonymous(vmf->vma);", "journal")]
    [InlineData("bool write = vmf->vma->vm_flags & (VM_SYNC | VM_HUGETLB | VM_PFNMAP | VM_IO | VM_DONTCOPY);", "no journal")]
    [InlineData("trace_ext4_dax_fault(inode, vmf, 3);\nbool write = true;", "journal")]
    [InlineData("bool write = true;\nprintk(KERN_ERR \"%s\\n\", __func__);\next4_msg(sb, KERN_INFO, \"a \" \"b %d\", 1);\next4_warning(sb, \"c\");", "journal")]
    public void A_word_has_its_value(string statements, string answer)
        => Assert.All(
            StrategyDescription.Of(CSources.Handler(statements)).Decisions,
            decision => Assert.Equal((answer, answer, answer), (decision.Pud, decision.Pmd, decision.Pte)));

    [Fact]
    public void The_page_of_the_fault_is_held_to_the_length_of_the_file()
        => Assert.All(
            StrategyDescription.Of(CSources.Handler("bool write = vmf->pgoff < DIV_ROUND_UP(i_size_read(inode), PAGE_SIZE);")).Decisions,
            decision => Assert.Equal("journal or no journal", decision.Pte));

    [Theory]
    [InlineData("int credits = 0;\nbool write = true;\nagain:\nif (credits)\n\twrite = false;\ncredits = EXT4_DATA_TRANS_BLOCKS(sb);\nif (write && credits)\n\tgoto again;", "file.c:6:11: found 'EXT4_DATA_TRANS_BLOCKS' for 'credits', which the model has no value of; 'credits' is computed with at file.c:4:5")]
    [InlineData("int n = 0, i;\nbool write = false;\nfor (i = 0; i < 2; i++) {\n\twrite = n > 3;\n\tn = EXT4_HT_WRITE_PAGE;\n}", "file.c:5:6: found 'EXT4_HT_WRITE_PAGE' for 'n'")]
    public void What_the_model_has_no_value_of_is_not_computed_with_the_second_time_round(string statements, string place)
        => Assert.Contains(place, Assert.Throws<InputException>(() => CSources.Handler(statements)).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_macro_is_another_source_and_another_comment_is_not()
    {
        string[] hashes = [Hash("1", ""), Hash("2", ""), Hash("1", "/* words */")];
        Assert.NotEqual(hashes[0], hashes[1]);
        Assert.Equal(hashes[0], hashes[2]);

        static string Hash(string value, string comment)
            => CSources.Handler($"#define MINE {value}\n{comment}\nbool write = MINE & vmf->flags;").SourceHash;
    }

    [Theory]
    [InlineData("if (write) {\n sb_start_pagefault(sb); }", "vmf->flags & FAULT_FLAG_WRITE")]
    [InlineData("if (!write)\n\treturn 0;\nelse {\n\tsb_start_pagefault(sb);\n\t}", "vmf->flags & FAULT_FLAG_WRITE")]
    [InlineData("if (!write || !sb) {\n\treturn 0;\n\t} else\n\tsb_start_pagefault(sb);", "!(!write || !sb)")]
    public void The_condition_is_found_on_either_side(string statement, string condition)
        => Assert.Equal(condition, CSources.Handler($$"""
            static int mine(struct vm_fault *vmf, enum page_entry_size pe_size)
            {
            	struct super_block *sb = file_inode(vmf->vma->vm_file)->i_sb;
            	bool write = vmf->flags & FAULT_FLAG_WRITE;

            	{{statement}}
            	return dax_iomap_fault(vmf, pe_size, &ext4_iomap_ops);
            }
            """).Condition);
}
