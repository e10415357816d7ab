using Compare.Comparison;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Compare.Reports;

/// <summary>Lines of two traces beside each other.</summary>
/// <param name="Left">A line of the left trace, or none.</param>
/// <param name="Right">A line of the right trace, or none.</param>
internal sealed record TracePair(TraceLine? Left, TraceLine? Right)
{
    /// <summary>The same event that went the same way; what holds it may differ.</summary>
    public bool IsEqual => Left is not null && Right is not null && Left.Event == Right.Event && Left.Text == Right.Text;

    /// <summary>A step begins in both.</summary>
    public bool IsStep => Left?.Kind == TraceLineKind.Step && Right?.Kind == TraceLineKind.Step;

    /// <summary>The mark between the two, as <c>sdiff</c> has it.</summary>
    public char Mark => IsEqual ? ' ' : Left is null ? '>' : Right is null ? '<' : '|';

    /// <summary>Aligns two traces by event.</summary>
    public static List<TracePair> Align(Trace left, Trace right)
    {
        var model = SideBySideDiffBuilder.Diff(Events(left), Events(right), ignoreWhiteSpace: false, ignoreCase: false);
        return
        [
            .. model.OldText.Lines.Zip(model.NewText.Lines, (old, now) => new TracePair(LineOf(left, old), LineOf(right, now))),
        ];
    }

    private static string Events(Trace trace) => string.Join('\n', trace.Lines.Select(line => line.Event));

    private static TraceLine? LineOf(Trace trace, DiffPiece piece) => piece.Position is { } position ? trace.Lines[position - 1] : null;
}
