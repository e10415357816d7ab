using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Compare.Scenarios;

/// <summary>The cell of one measure: one value for each step that ran. Immutable, equal by text, shared between rows.</summary>
public sealed class MeasureCell : IEquatable<MeasureCell>
{
    private MeasureCell(string text, ImmutableArray<string> values) => (Text, Values) = (text, values);

    /// <summary>The cell as it stands in the file.</summary>
    public string Text { get; }

    /// <summary>The values, at least one, in the order of the steps.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Reads a cell.</summary>
    /// <param name="measure">The measure, which decides what a value may look like.</param>
    /// <param name="text">Values with <c>|</c> between two.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="problem">What was found and what was expected.</param>
    /// <returns>Whether every value is one of the measure.</returns>
    public static bool TryParse(
        Measure measure,
        string text,
        [NotNullWhen(true)] out MeasureCell? cell,
        [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<string> values = text.Contains('|', StringComparison.Ordinal) ? [.. text.Split('|')] : [text];
        foreach (var value in values)
        {
            if (MeasureGrammar.Check(measure, value) is { } wrong)
            {
                (cell, problem) = (null, values.Length == 1 ? wrong : $"{wrong} (the cell is {Problem.Quote(text)})");
                return false;
            }
        }

        (cell, problem) = (new MeasureCell(text, values), null);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(MeasureCell? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MeasureCell);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
