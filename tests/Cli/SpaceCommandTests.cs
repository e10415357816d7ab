namespace Compare.Tests.Cli;

public sealed class SpaceCommandTests : IDisposable
{
    private const string Healthy = "mount = dax and fs in (rw, ro, frozen) and prior in (none, load, store)";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_space_is_printed_as_it_should_be() => Golden.Check("space.txt", CommandLine.Done("space"));

    [Fact]
    public void Patches_stand_where_they_should()
    {
        string[] strategies =
        [
            Write("whole.c", "write = (vmf->flags & FAULT_FLAG_WRITE) && (vmf->vma->vm_flags & VM_SHARED) && pe_size != PE_SIZE_PUD;"),
            Write("reads.c", "write = vmf->vma->vm_flags & VM_SHARED;"),
            Write("small.c", "if (pe_size != PE_SIZE_PTE)\n\treturn VM_FAULT_FALLBACK;\nwrite = (vmf->flags & FAULT_FLAG_WRITE) && (vmf->vma->vm_flags & VM_SHARED);"),
            Write("cow.c", "write = (vmf->flags & FAULT_FLAG_WRITE) && !vmf->cow_page && (vmf->vma->vm_flags & VM_SHARED);"),
        ];
        var lines = CommandLine.Done(["space", "--kernel", "v6.1", "--where", Healthy, .. strategies.SelectMany(file => (string[])["--strategy", file])]).Split('\n');
        Stands("whole", "3", "is on the front: (2)");
        Stands("reads", "1", "breaks frozen-hang, journal-for-copy, time-for-copy");
        Stands("small", "4", "is safe and maps 4 KiB in some access in which another one maps 2 MiB");
        Stands("cow", "2", "is on the front: (1)");

        void Stands(string name, string length, string text)
            => Assert.Contains(lines, line => line.Split('|', StringSplitOptions.TrimEntries) is ["", var strategy, "each", var found, var stands, ""]
                && strategy == name && found == length && stands == text);
    }

    [Fact]
    public void A_handler_that_does_more_than_its_table_says_is_told_from_a_predicate()
    {
        var text = CommandLine.Done("space", "--kernel", "v6.1", "--where", Healthy, "--strategy", "lookup-journal");
        Assert.Contains("does more than its table says in ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_predicate_is_written_as_a_file_that_is_a_strategy()
    {
        var file = _directory["best.c"];
        Assert.Contains($"Wrote {file}.", CommandLine.Done("space", "--kernel", "v6.1", "--where", Healthy, "--out", file), StringComparison.Ordinal);
        Assert.Contains("| best     | each | 3      | is on the front: (2) |", CommandLine.Done("space", "--kernel", "v6.1", "--where", Healthy, "--strategy", file), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(file), CommandLine.Done("space", "--kernel", "v6.1", "--where", Healthy, "--out", "-"));
        Assert.EndsWith(
            "write = (vmf->flags & FAULT_FLAG_WRITE) && (vmf->vma->vm_flags & VM_SHARED);\n",
            CommandLine.Done("space", "--kernel", "v6.1", "--where", Healthy, "--out", "-", "--point", "1"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_has_a_row_for_each_kernel_input_and_answer()
    {
        var rows = CommandLine.Done("space", "--where", Healthy, "--format", "csv").TrimEnd('\n').Split('\n');
        Assert.Equal("kernel,write,shared,cow_page,level,answer,same_as,safe,rule,witness,asked_in", rows[0]);
        Assert.Equal(1 + (3 * 12 * 6), rows.Length);
        Assert.Contains("v6.1,1,0,1,PTE,journal,journal,0,frozen-hang,fs=frozen steps=copyin,steps=copyin", rows);
    }

    [Theory]
    [InlineData("space --point 1", "space: found --point without --out, expected both")]
    [InlineData("space --out x.c --point 0", "--point: found '0', expected the number of one of the best predicates, from 1")]
    [InlineData("space --kernel v6.1 --where fs=frozen --out - --point 3", "--point: found 3, expected a number from 1 to ")]
    [InlineData("space --where strategy=v2", "--where: found kernel or strategy, expected columns of scenarios alone: every predicate runs each of them")]
    [InlineData("space --spreadsheet-safe", "found --spreadsheet-safe where no table is written, expected --format csv with it")]
    [InlineData("space --kernel v6.2", "unknown kernel 'v6.2'")]
    public void Bad_input_is_refused(string line, string reason)
        => Assert.StartsWith(reason, CommandLine.Refused(line.Split(' ')), StringComparison.Ordinal);

    private string Write(string name, string text) => _directory.Write(name, text + "\n");
}
