using System.Collections.Immutable;
using System.Globalization;

namespace Compare.Scenarios;

/// <summary>A column that holds a value of one of the engine's enumerations.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="words">Its words.</param>
/// <param name="read">The value of a scenario, as a number.</param>
internal sealed class ChoiceColumn<T>(string name, Words<T> words, Func<Scenario, int> read) : FilterColumn(name, words.All)
    where T : struct, Enum
{
    internal override ColumnTest OneOf(ImmutableArray<string> values) => Test(word => values.Contains(word));

    internal override ColumnTest Like(string pattern) => Test(word => Glob.IsMatch(pattern, word));

    private MaskTest Test(Func<string, bool> isIn)
    {
        var mask = 0UL;
        foreach (var value in words.Values)
        {
            if (isIn(words.Of(value)))
            {
                mask |= 1UL << Convert.ToInt32(value, CultureInfo.InvariantCulture);
            }
        }

        return new MaskTest(mask, read);
    }
}
