namespace Compare.Comparison;

/// <summary>A condition over a predicate's inputs: a literal, or conditions joined by <c>&amp;&amp;</c> or <c>||</c>.</summary>
public sealed class Formula
{
    private static readonly ImmutableArray<(string C, string CSharp, Func<PredicateCell, bool> IsTrue)> Words =
    [
        ("(vmf->flags & FAULT_FLAG_WRITE)", "fault.IsWrite", cell => cell.IsWrite),
        ("(vmf->vma->vm_flags & VM_SHARED)", "fault.IsShared", cell => cell.IsShared),
        ("vmf->cow_page", "fault.HasCowPage", cell => cell.HasCowPage),
        ("pe_size == PE_SIZE_PUD", "fault.Level == FaultLevel.Pud", cell => cell.Level == FaultLevel.Pud),
        ("pe_size == PE_SIZE_PMD", "fault.Level == FaultLevel.Pmd", cell => cell.Level == FaultLevel.Pmd),
        ("pe_size == PE_SIZE_PTE", "fault.Level == FaultLevel.Pte", cell => cell.Level == FaultLevel.Pte),
    ];

    private readonly ImmutableArray<Formula> _parts;
    private readonly bool _isAnd;
    private readonly int _word;
    private readonly bool _isNegated;

    private Formula(ImmutableArray<Formula> parts, bool isAnd)
    {
        (_parts, _isAnd, Literals) = (parts, isAnd, parts.Sum(part => part.Literals));
        Cells = parts.Aggregate(isAnd ? AllCells : 0, (cells, part) => isAnd ? cells & part.Cells : cells | part.Cells);
    }

    private Formula(int word, bool isNegated)
    {
        (_parts, _word, _isNegated, Literals) = ([], word, isNegated, 1);
        Cells = PredicateCell.All.Select((cell, i) => Words[word].IsTrue(cell) != isNegated ? 1u << i : 0).Aggregate((a, b) => a | b);
    }

    /// <summary>Every literal, the plain ones first.</summary>
    public static ImmutableArray<Formula> AllLiterals { get; } =
        [.. from isNegated in (bool[])[false, true] from word in Enumerable.Range(0, Words.Length) select new Formula(word, isNegated)];

    /// <summary>The condition that never holds: no literal at all.</summary>
    public static Formula Never { get; } = new([], isAnd: false);

    /// <summary>The condition that always holds.</summary>
    public static Formula Always { get; } = new([], isAnd: true);

    /// <summary>How many literals it has: what it is measured by.</summary>
    public int Literals { get; }

    /// <summary>The cells for which it holds, a bit for each of <see cref="PredicateCell.All"/>.</summary>
    public uint Cells { get; }

    /// <summary>The condition as an expression of C, with the names of a handler that is called with <c>pe_size</c>.</summary>
    public string InC => Text(static word => Words[word].C, "false", "true");

    /// <summary>The condition as an expression of C#, about a <see cref="Compare.Engine.Fault"/>.</summary>
    public string InCSharp => Text(static word => Words[word].CSharp, "false", "true");

    private static uint AllCells => (1u << PredicateCell.All.Length) - 1;

    /// <summary>Joins two conditions.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="isAnd">Whether both must hold; else one of them.</param>
    public static Formula Join(Formula left, Formula right, bool isAnd)
        => new([.. left.PartsOf(isAnd).Concat(right.PartsOf(isAnd)).OrderBy(part => part.FirstWord)], isAnd);

    /// <summary>As in C#.</summary>
    public override string ToString() => InCSharp;

    private int FirstWord => _parts.IsEmpty ? _word : _parts.Min(part => part.FirstWord);

    private ImmutableArray<Formula> PartsOf(bool isAnd) => !_parts.IsEmpty && _isAnd == isAnd ? _parts : [this];

    private string Text(Func<int, string> word, string never, string always)
    {
        if (Literals == 0)
        {
            return Cells == 0 ? never : always;
        }

        if (_parts.IsEmpty)
        {
            var text = word(_word);
            return !_isNegated ? text : text.Contains(" == ", StringComparison.Ordinal) ? text.Replace(" == ", " != ", StringComparison.Ordinal) : $"!{text}";
        }

        return string.Join(_isAnd ? " && " : " || ", _parts.Select(part => part._parts.IsEmpty ? part.Text(word, never, always) : $"({part.Text(word, never, always)})"));
    }
}
