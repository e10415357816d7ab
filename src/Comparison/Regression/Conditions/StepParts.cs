using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The derived columns of a list of steps.</summary>
/// <param name="Access">Verb of the last step.</param>
/// <param name="At">Its place.</param>
/// <param name="Prior">The steps before it, or <c>none</c>.</param>
internal readonly record struct StepParts(string Access, string At, string Prior)
{
    /// <summary>The parts of each list; index is its number.</summary>
    public static StepParts[] Of(NamePool lists)
    {
        var parts = new StepParts[lists.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var text = lists.Text(i);
            var end = text.LastIndexOf(' ');
            var last = text[(end + 1)..];
            var at = last.IndexOf('@', StringComparison.Ordinal);
            parts[i] = new StepParts(
                at < 0 ? last : last[..at],
                at < 0 ? Axes.Places.All[0] : last[(at + 1)..],
                end < 0 ? "none" : text[..end]);
        }

        return parts;
    }
}
