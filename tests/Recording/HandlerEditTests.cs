using Compare.Recording;
using Compare.Scenarios;

namespace Compare.Tests;

public sealed class HandlerEditTests
{
    private const string Signature = "static vm_fault_t ext4_dax_huge_fault(struct vm_fault *vmf, unsigned int order)\n{\n";
    private const string Decision = "\tbool write = (vmf->flags & FAULT_FLAG_WRITE) &&\n\t\t(vmf->vma->vm_flags & VM_SHARED);\n";
    private const string Start = "\n\tif (write) {\n\t\tsb_start_pagefault(sb);\n\t}\n}\n";
    private const string File = Signature + Decision + Start;

    [Fact]
    public void Original_takes_every_write_for_one()
    {
        var text = HandlerEdit.Write("original", File);
        Assert.Contains("bool write = vmf->flags & FAULT_FLAG_WRITE;", text, StringComparison.Ordinal);
        Assert.Equal(Signature + "\tbool write = vmf->flags & FAULT_FLAG_WRITE;\n" + Start, text);
    }

    [Theory]
    [InlineData("unsigned int order", "order == PUD_ORDER", "order == 0 &&")]
    [InlineData("enum page_entry_size pe_size", "pe_size == PE_SIZE_PUD", "pe_size == PE_SIZE_PTE &&")]
    public void V2_decides_by_size_as_the_kernel_tells_it(string argument, string pud, string pte)
    {
        var text = HandlerEdit.Write("v2", File.Replace("unsigned int order", argument, StringComparison.Ordinal));
        Assert.Contains(pud, text, StringComparison.Ordinal);
        Assert.Contains(pte, text, StringComparison.Ordinal);
        Assert.DoesNotContain("VM_SHARED);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void V2_asks_for_the_address_of_what_modules_may_not_use()
        => Assert.Contains("module_param(address_of___split_huge_pmd, ulong, 0);", HandlerEdit.Write("v2", File), StringComparison.Ordinal);

    [Theory]
    [InlineData(Signature + Start, "0 times")]
    [InlineData(Signature + Decision + Decision + Start, "2 times")]
    public void A_handler_that_decides_elsewhere_is_refused(string file, string times)
        => Assert.Contains(times, Assert.Throws<InputException>(() => HandlerEdit.Write("original", file)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_handler_that_starts_elsewhere_is_refused()
        => Assert.Contains("0 times", Assert.Throws<InputException>(() => HandlerEdit.Write("v2", Signature + Decision)).Message, StringComparison.Ordinal);
}
