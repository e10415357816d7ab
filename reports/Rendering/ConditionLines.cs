namespace Compare.Reports;

/// <summary>Lines of a condition, broken where <c>and</c> and <c>or</c> begin.</summary>
internal static class ConditionLines
{
    /// <summary>A condition behind a label. What is too wide for one line is broken at its outermost <c>and</c> or <c>or</c>; joined by
    /// blanks, the lines are the condition.</summary>
    public static IEnumerable<string> Of(string label, When when, int width)
        => when.Expression is { } expression ? Lines(label, "", expression, "", width, 0) : [label + when.Always];

    /// <summary>The lines of a part of a condition.</summary>
    /// <param name="margin">What stands before the first line; blanks of the same width before the others.</param>
    /// <param name="before">Word and parenthesis that open the part.</param>
    /// <param name="part">The part.</param>
    /// <param name="after">Parentheses that close it.</param>
    /// <param name="width">Widest line.</param>
    /// <param name="hang">How much further to the right the other lines of a conjunction begin.</param>
    private static IEnumerable<string> Lines(string margin, string before, FilterExpression part, string after, int width, int hang)
    {
        var whole = $"{margin}{before}{part}{after}";
        if (whole.Length <= width)
        {
            return [whole];
        }

        return part switch
        {
            AndFilter and => Joined(margin, before, [.. and.Operands], "and ", after, width, hang),
            OrFilter or => Joined(margin, before, [.. or.Operands], "or ", after, width, 0),
            _ => Wrap.Behind($"{margin}{before}", $"{part}{after}", width),
        };
    }

    private static IEnumerable<string> Joined(
        string margin, string before, FilterExpression[] operands, string word, string after, int width, int hang)
    {
        // Below an opening parenthesis, further lines begin where its inside does; those of a term right of its "or".
        const string Or = "or ";
        var isInside = before.EndsWith('(') || before == Or;
        var blank = new string(' ', margin.Length + hang + (isInside ? before.Length : 0));
        var (line, isOpen) = ("", false);
        for (var i = 0; i < operands.Length; i++)
        {
            var isLast = i == operands.Length - 1;
            var opens = operands[i] is OrFilter && word == "and ";
            var lead = i == 0 ? before : word;
            var end = isLast ? after : "";
            var whole = opens ? $"({operands[i]}){end}" : $"{operands[i]}{end}";

            // Conditions share a line while there is room; each term of a disjunction begins its own.
            if (isOpen && word == "and " && line.Length + 1 + lead.Length + whole.Length <= width)
            {
                line += $" {lead}{whole}";
                continue;
            }

            if (isOpen)
            {
                yield return line;
            }

            var start = i == 0 ? margin : blank;
            if ((start + lead + whole).Length <= width)
            {
                (line, isOpen) = (start + lead + whole, true);
                continue;
            }

            isOpen = false;
            var inner = i == 0 && word == Or ? Or.Length : 0;
            foreach (var item in Lines(start, opens ? $"{lead}(" : lead, operands[i], opens ? $"){end}" : end, width, inner))
            {
                yield return item;
            }
        }

        if (isOpen)
        {
            yield return line;
        }
    }
}
