using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Compare.Reports;

/// <summary>Lines of two traces beside each other.</summary>
/// <param name="Left">A line of the left trace, or none.</param>
/// <param name="Right">A line of the right trace, or none.</param>
internal sealed record TracePair(TraceLine? Left, TraceLine? Right)
{
    /// <summary>Equal lines that stay on each side of a difference, and what is worth a fold.</summary>
    private const int Kept = 2;
    private const int LeastFolded = 3;

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

    /// <summary>For each pair how many are folded from it on; 0 where it is shown, and inside a fold.</summary>
    /// <remarks>The beginning of a step is always shown: it says where the reader is.</remarks>
    public static int[] Fold(List<TracePair> pairs)
    {
        var folded = new int[pairs.Count];
        for (var begin = 0; begin < pairs.Count;)
        {
            var end = begin;
            while (end < pairs.Count && pairs[end].IsEqual && !pairs[end].IsStep)
            {
                end++;
            }

            var first = begin > 0 && !pairs[begin - 1].IsEqual ? begin + Kept : begin;
            var last = end < pairs.Count && !pairs[end].IsEqual ? end - Kept : end;
            if (last - first >= LeastFolded)
            {
                folded[first] = last - first;
            }

            begin = end + 1;
        }

        return folded;
    }

    private static string Events(Trace trace) => string.Join('\n', trace.Lines.Select(line => line.Event));

    private static TraceLine? LineOf(Trace trace, DiffPiece piece) => piece.Position is { } position ? trace.Lines[position - 1] : null;
}
