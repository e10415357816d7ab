namespace Compare.Scenarios;

/// <summary>The words of filters for sets of values: what a reviewer of the fault path would call them.</summary>
/// <remarks><c>mlock</c> neither reads nor writes by name: it faults for write where the mapping is writable and not shared
/// (mm/gup.c <c>populate_vma_page_range</c>).</remarks>
public static class WordSets
{
    /// <summary>Every word, by column in the order of the format's description.</summary>
    public static ImmutableArray<WordSet> All { get; } =
    [
        new("readonly", "fs", ["ro", "emergency", "nojournal_ro"],
            "read-only on every kernel when the steps run (SB_RDONLY); not aborted, which is read-only on v4.13 only"),
        new("journalled", "fs", ["rw", "ro", "emergency", "aborted", "shutdown", "frozen", "full"],
            "made with a journal, whatever became of it"),
        new("failing", "fs", ["aborted", "shutdown"],
            "journal aborted or file system shut down after the file was opened and mapped"),
        new("refusing", "fs", ["ro", "emergency", "aborted", "shutdown", "nojournal_ro"],
            "every start of a journal handle fails, with EROFS or EIO (ext4_journal_check_start)"),
        new("healthy", "fs", ["rw", "nojournal", "full"],
            "a fault may change the file: writable, not frozen, and a handle can be started or none is needed"),
        new("vm_shared", "mapping", ["shared", "shared_ro"],
            "VM_SHARED is set; the kernel clears it where the file is open for reading only"),
        new("cow", "mapping", ["private", "private_ro"],
            "a write makes a private copy (is_cow_mapping)"),
        new("writable", "mapping", ["shared", "private"],
            "PROT_WRITE (VM_WRITE): a user-mode store is permitted"),
        new("allocated", "extent", ["written", "unwritten", "frag"],
            "page 10 has a block when the steps begin, so a store there needs no other"),
        new("blank", "extent", ["unwritten", "hole"],
            "no page was written when the steps begin, so a load maps zeros and a file write must allocate or convert"),
        new("reads", "access", ["load", "other-load"],
            "a user-mode read, through either mapping"),
        new("writes", "access", ["store", "force", "copyin", "other-store"],
            "a write of one byte, by the task, by the kernel or through /proc/self/mem, through either mapping"),
        new("usermode", "access", ["load", "store", "other-load", "other-store"],
            "an instruction of the task itself, so a failed fault is a signal and not an errno"),
        new("gup", "access", ["force", "mlock"],
            "faulted in by get_user_pages (mm/gup.c) and not by a page fault of the processor"),
    ];

    /// <summary>The set of a word, or null.</summary>
    internal static WordSet? Find(string name)
    {
        foreach (var set in All)
        {
            if (set.Name == name)
            {
                return set;
            }
        }

        return null;
    }

    /// <summary>The word for exactly these values, which stand in the column's order, or null.</summary>
    internal static WordSet? Find(string column, ImmutableArray<string> values)
    {
        foreach (var set in All)
        {
            if (set.Column == column && set.Values.AsSpan().SequenceEqual(values.AsSpan()))
            {
                return set;
            }
        }

        return null;
    }

    /// <summary>The words of a column.</summary>
    internal static ImmutableArray<string> NamesOf(string column) => [.. All.Where(set => set.Column == column).Select(set => set.Name)];
}

/// <summary>A word for some values of one column, as in <c>access in writes</c>.</summary>
/// <param name="Name">The word; no other set has it, whatever the column.</param>
/// <param name="Column">The column that it belongs to.</param>
/// <param name="Values">At least two of the column's values, in their order there.</param>
/// <param name="Meaning">What the values have in common and the others have not, in one line.</param>
public sealed record WordSet(string Name, string Column, ImmutableArray<string> Values, string Meaning);
