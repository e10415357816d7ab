namespace Compare.Comparison;

/// <summary>A predicate whose table is not filled yet: it notes which open cell is asked first, and goes on with any answer.</summary>
internal sealed class OpenPredicate : WritePredicate
{
    private const int None = -1;
    private readonly int[] _answers = [.. Enumerable.Repeat(None, PredicateCell.All.Length)];

    /// <inheritdoc/>
    public override string Name => "open";

    /// <inheritdoc/>
    public override string Condition => "any";

    /// <inheritdoc/>
    public override string Origin => "every table at once";

    /// <summary>The open cell that was asked first since <see cref="Begin"/>; negative where none was.</summary>
    public int Asked { get; private set; }

    /// <summary>Forgets what was asked.</summary>
    public void Begin() => Asked = None;

    /// <summary>Fills a cell.</summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="answer">Index of the answer.</param>
    public void Set(int cell, int answer) => _answers[cell] = answer;

    /// <summary>Opens a cell again.</summary>
    /// <param name="cell">Index of the cell.</param>
    public void Clear(int cell) => _answers[cell] = None;

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault)
    {
        var cell = PredicateCell.IndexOf(in fault);
        if (_answers[cell] is >= 0 and var answer)
        {
            return TablePredicate.Answers[answer];
        }

        Asked = Asked < 0 ? cell : Asked;
        return WriteDecision.NoJournal;
    }
}
