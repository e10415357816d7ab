namespace Compare.Patches;

/// <summary>
/// The rest of a handler around statements that decide, so that these alone make a strategy: what fs/ext4/file.c <c>ext4_dax_huge_fault</c>
/// does on every kernel once it is known whether the fault writes to the file.
/// </summary>
internal static class Skeleton
{
    /// <summary>Name of the handler's function.</summary>
    public const string Function = "handler";

    private const string Decision = "decision";
    private const string NameBefore = "the handler around ";

    private const string Declarations = """
        struct inode *inode = file_inode(vmf->vma->vm_file);
        struct super_block *sb = inode->i_sb;
        struct address_space *mapping = inode->i_mapping;
        struct vm_area_struct *vma = vmf->vma;
        """;

    private const string Rest = """
        if (write) {
            sb_start_pagefault(skeleton_sb);
            file_update_time(vmf->vma->vm_file);
        }
        filemap_invalidate_lock_shared(skeleton_mapping);
        skeleton_again:
        if (write) {
            skeleton_handle = ext4_journal_start_sb(skeleton_sb, EXT4_HT_WRITE_PAGE, EXT4_DATA_TRANS_BLOCKS(skeleton_sb));
            if (IS_ERR(skeleton_handle)) {
                skeleton_result = VM_FAULT_SIGBUS;
                goto skeleton_unlock;
            }
        }
        skeleton_result = dax_iomap_fault(vmf, SIZE, NULL, &skeleton_error, &ext4_iomap_ops);
        if (write) {
            ext4_journal_stop(skeleton_handle);
            if ((skeleton_result & VM_FAULT_ERROR) && skeleton_error == -ENOSPC && ext4_should_retry_alloc(skeleton_sb, &skeleton_retries))
                goto skeleton_again;
        }
        skeleton_unlock:
        filemap_invalidate_unlock_shared(skeleton_mapping);
        if (write)
            sb_end_pagefault(skeleton_sb);
        return skeleton_result;
        }}
        """;

    private const string OwnDeclarations = """
        struct super_block *skeleton_sb = file_inode(vmf->vma->vm_file)->i_sb;
        struct address_space *skeleton_mapping = vmf->vma->vm_file->f_mapping;
        handle_t *skeleton_handle = NULL;
        int skeleton_error = 0, skeleton_retries = 0;
        vm_fault_t skeleton_result;
        """;

    /// <summary>Puts a handler around statements.</summary>
    /// <param name="statements">The statements: they set <c>write</c>, or return whether the fault writes, or are that condition alone.</param>
    /// <returns>The texts that make a file with the handler, in order.</returns>
    /// <exception cref="InputException">The statements do not say whether the fault writes.</exception>
    public static ImmutableArray<SourceText> Around(SourceText statements)
    {
        Token[] tokens = [.. Lexer.Read(statements).Where(line => !line.IsDirective).SelectMany(line => line.Tokens)];
        var isOrder = tokens.Any(token => token.Is("order")) && !tokens.Any(token => token.Is("pe_size"));
        var parameters = $"(struct vm_fault *vmf, {(isOrder ? "unsigned int order" : "enum page_entry_size pe_size")})";
        var begin = $"static vm_fault_t {Function}{parameters}\n{{\n{Declarations}\n{OwnDeclarations}\n{{\n";
        var rest = Rest.Replace("SIZE", isOrder ? "order" : "pe_size", StringComparison.Ordinal);
        if (tokens.Length > 0 && !tokens.Any(token => token.Is(";")))
        {
            return [Text(begin + "bool write =\n"), statements, Text(";\n" + rest)];
        }

        if (tokens.Any(token => token.Is("write")))
        {
            var declares = Enumerable.Range(1, tokens.Length - 1).Any(i => tokens[i].Is("write") && tokens[i - 1].Kind == TokenKind.Identifier
                && !ItemCutter.IsStatement(tokens[i - 1]));
            return [Text(begin + (declares ? "" : "bool write;\n")), statements, Text(rest)];
        }

        var returned = Enumerable.Range(0, Math.Max(0, tokens.Length - 1)).Where(i => tokens[i].Is("return")).ToArray();
        return returned.Length == 0
            ? throw new InputException(new InputLocation(statements.Name), "found no 'write' that is set and nothing that is returned, expected one of them")
            : returned.FirstOrDefault(i => tokens[i + 1].Text.StartsWith("VM_FAULT", StringComparison.Ordinal), -1) is >= 0 and var fallsBack
            ? throw tokens[fallsBack].Error("found a return of VM_FAULT flags beside returned conditions, expected 'write' to be set where it does not return")
            : [
                Text($"static bool {Decision}{parameters}\n{{\n{Declarations}\n{{\n"),
                statements,
                Text($"}}}}\n{begin}bool write = {Decision}(vmf, {(isOrder ? "order" : "pe_size")});\n{rest}"),
            ];

        SourceText Text(string text) => SourceText.Of(NameBefore + statements.Name, text);
    }

    /// <summary>Whether a text is one of these and not the user's.</summary>
    public static bool Made(SourceText text) => text.Name.StartsWith(NameBefore, StringComparison.Ordinal);
}
