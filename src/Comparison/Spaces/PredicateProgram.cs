namespace Compare.Comparison;

/// <summary>A predicate as people write it: conditions under which it falls back at once, then one under which the fault is a write to the file.</summary>
/// <param name="Fallbacks">Where it falls back, the first that holds deciding.</param>
/// <param name="Write">Where else it starts the journal.</param>
public sealed record PredicateProgram(ImmutableArray<PredicateFallback> Fallbacks, Formula Write)
{
    /// <summary>What it is measured by: its literals, and one for each statement that falls back.</summary>
    public int Length => Write.Literals + Fallbacks.Sum(fallback => fallback.When.Literals + 1);

    /// <summary>The statements in C, a line for each, as <c>--strategy FILE.c</c> takes them.</summary>
    public IEnumerable<string> InC =>
    [
        .. Fallbacks.SelectMany(fallback => (string[])
        [
            $"if ({fallback.When.InC}) {{",
            .. fallback.Answer.Splits ? (string[])["\tsplit_huge_pmd(vmf->vma, vmf->pmd, vmf->address);"] : [],
            .. fallback.Answer.Counts ? (string[])["\tcount_vm_event(THP_FAULT_FALLBACK);"] : [],
            "\treturn VM_FAULT_FALLBACK;",
            "}",
        ]),
        $"write = {Write.InC};",
    ];

    /// <summary>The body of a predicate in C#, a line for each statement.</summary>
    public IEnumerable<string> InCSharp =>
    [
        .. Fallbacks.Select(fallback => $"if ({fallback.When.InCSharp}) return WriteDecision.FallBack(split: {Word(fallback.Answer.Splits)}, count: {Word(fallback.Answer.Counts)});"),
        $"return {Write.InCSharp};",
    ];

    /// <summary>The answer to each cell, as an index in <see cref="TablePredicate.Answers"/>.</summary>
    internal ImmutableArray<byte> Table
    {
        get
        {
            var table = ImmutableArray.CreateBuilder<byte>(PredicateCell.All.Length);
            for (var cell = 0; cell < PredicateCell.All.Length; cell++)
            {
                var fallback = Fallbacks.FirstOrDefault(item => (item.When.Cells >> cell & 1) != 0);
                var answer = fallback is null ? WriteDecision.FromBoolean((Write.Cells >> cell & 1) != 0) : fallback.Answer;
                table.Add((byte)TablePredicate.Answers.IndexOf(answer));
            }

            return table.MoveToImmutable();
        }
    }

    private static string Word(bool value) => value ? "true" : "false";
}

/// <summary>A statement that falls back.</summary>
/// <param name="When">Where.</param>
/// <param name="Answer">How.</param>
public sealed record PredicateFallback(Formula When, WriteDecision Answer);
