using System.Collections.Immutable;
using System.Globalization;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Each start may wait for a commit. A start without which another strategy succeeds as well is not needed.</summary>
/// <remarks>Starts by the handler and by the block lookup count alike, so that moving one is no gain.</remarks>
public sealed class JournalBeyondFewest : FindingRule
{
    private const string Ok = "ok";

    /// <inheritdoc/>
    public override string Id => "journal-beyond-fewest";

    /// <inheritdoc/>
    public override DifferenceSeverity Severity => DifferenceSeverity.MoreJournalStarts;

    /// <inheritdoc/>
    public override string Text => "the journal is started more often than another strategy of those run needs to succeed";

    /// <inheritdoc/>
    public override string Unit => "start";

    /// <inheritdoc/>
    public override ImmutableArray<Measure> Shown => [Measure.JournalStarts, Measure.IomapStarts, Measure.Handler];

    /// <summary>The starts of an outcome, all steps together.</summary>
    /// <param name="cells">Nine measure cells; index is <see cref="Measure"/>.</param>
    /// <returns>The number; <see langword="null"/> where a step is not ok: whoever gives up early needs few.</returns>
    public static int? Starts(ReadOnlySpan<string> cells)
    {
        var sum = 0;
        var results = cells[(int)Measure.Result].AsSpan();
        foreach (var range in results.Split('|'))
        {
            if (!results[range].SequenceEqual(Ok))
            {
                return null;
            }
        }

        foreach (var measure in (ReadOnlySpan<Measure>)[Measure.JournalStarts, Measure.IomapStarts])
        {
            var cell = cells[(int)measure].AsSpan();
            foreach (var range in cell.Split('|'))
            {
                sum += int.Parse(cell[range], NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }

        return sum;
    }
}
