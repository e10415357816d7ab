using System.Text.RegularExpressions;

namespace Compare.Recording;

/// <summary>The shipped predicates, written into the fault handler of a kernel's <c>fs/ext4/file.c</c>.</summary>
public static partial class HandlerEdit
{
    /// <summary>The file in a kernel's tree.</summary>
    public const string File = "fs/ext4/file.c";

    private const string Handler = "static vm_fault_t ext4_dax_huge_fault(";
    private const string Address = "address_of___split_huge_pmd";

    /// <summary>What Debian's kernels have, so that nothing is to be written.</summary>
    public const string Own = "zwisler";

    /// <summary>The predicates that can be written.</summary>
    public static IReadOnlyList<string> Names { get; } = ["original", "v2"];

    /// <summary>Writes one.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="source">The text of the file.</param>
    /// <returns>The text with it.</returns>
    /// <exception cref="InputException">The handler does not decide where it did in the kernels that are known.</exception>
    public static string Write(string name, string source)
    {
        var bySize = source.Contains("enum page_entry_size pe_size", StringComparison.Ordinal)
            ? (Pte: "pe_size == PE_SIZE_PTE", Pmd: "pe_size == PE_SIZE_PMD", Pud: "pe_size == PE_SIZE_PUD")
            : (Pte: "order == 0", Pmd: "order == PMD_ORDER", Pud: "order == PUD_ORDER");
        var write = Once(Decision().Matches(source), "'bool write = ' a write and VM_SHARED");
        if (name == "original")
        {
            return Replaced(source, write, "bool write = vmf->flags & FAULT_FLAG_WRITE;");
        }

        var text = Replaced(source, write, $"bool write = (vmf->flags & FAULT_FLAG_WRITE) && !({bySize.Pte} && vmf->cow_page);");
        text = Replaced(text, Once(Start().Matches(text), "'if (write)' with sb_start_pagefault after the declarations"), $$"""

                if ({{bySize.Pud}})
                    return VM_FAULT_FALLBACK;
                if ({{bySize.Pmd}} && write && !(vmf->vma->vm_flags & VM_SHARED)) {
                    if (pmd_trans_huge(*vmf->pmd) || pmd_devmap(*vmf->pmd))
                        ((typeof(&__split_huge_pmd)){{Address}})(vmf->vma, vmf->pmd, vmf->address, false, NULL);
                    count_vm_event(THP_FAULT_FALLBACK);
                    return VM_FAULT_FALLBACK;
                }

                if (write) {
                    sb_start_pagefault(sb);
            """);
        var handler = Once(Regex.Matches(text, Regex.Escape(Handler)), $"'{Handler}'");
        return Replaced(text, handler, $"""
            #include <linux/huge_mm.h>
            #include <linux/module.h>
            static unsigned long {Address};
            module_param({Address}, ulong, 0);

            {Handler}
            """);
    }

    private static Match Once(MatchCollection found, string what) => found.Count == 1
        ? found[0]
        : throw new InputException(new InputLocation(File), $"found {what} {found.Count} times, expected it once; --patch changes another handler");

    private static string Replaced(string text, Match place, string by) => string.Concat(text.AsSpan(0, place.Index), by, text.AsSpan(place.Index + place.Length));

    [GeneratedRegex(@"bool write = \(vmf->flags & FAULT_FLAG_WRITE\) &&\s*\(vmf->vma->vm_flags & VM_SHARED\);", RegexOptions.CultureInvariant)]
    private static partial Regex Decision();

    [GeneratedRegex(@"\n\tif \(write\) \{\n\t\tsb_start_pagefault\(sb\);", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}
