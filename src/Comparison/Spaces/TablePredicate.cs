namespace Compare.Comparison;

/// <summary>A predicate given as the answer to each input.</summary>
/// <param name="name">The name under which it runs.</param>
/// <param name="answers">For each cell of <see cref="PredicateCell.All"/> the index of its answer in <see cref="Answers"/>.</param>
internal sealed class TablePredicate(string name, ImmutableArray<byte> answers) : WritePredicate
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string Condition => "a table";

    /// <inheritdoc/>
    public override string Origin => "made from its answers";

    /// <summary>Every answer that a predicate can give.</summary>
    public static ImmutableArray<WriteDecision> Answers { get; } =
    [
        WriteDecision.NoJournal,
        WriteDecision.Journal,
        WriteDecision.FallBack(split: false, count: false),
        WriteDecision.FallBack(split: true, count: false),
        WriteDecision.FallBack(split: false, count: true),
        WriteDecision.FallBack(split: true, count: true),
    ];

    private static ImmutableArray<string> Words { get; } = [.. Answers.Select(answer => answer.ToString())];

    /// <summary>The index of the answer to each cell.</summary>
    public ImmutableArray<byte> Cells => answers;

    /// <summary>The table of a handler.</summary>
    /// <param name="handler">Any handler.</param>
    /// <returns><see langword="null"/> where it answers something else than these six to some input.</returns>
    public static TablePredicate? Of(FaultHandler handler)
    {
        var found = PredicateCell.All.Select(cell => Words.IndexOf(DecisionProbe.Ask(handler, cell.Fault))).ToArray();
        return found.Contains(-1) ? null : new(handler.Name, [.. found.Select(answer => (byte)answer)]);
    }

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault) => Answers[answers[PredicateCell.IndexOf(in fault)]];
}
