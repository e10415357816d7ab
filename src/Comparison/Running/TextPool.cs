namespace Compare.Comparison;

/// <summary>One string for equal texts: most cells of a matrix repeat. Not for several threads at once.</summary>
internal sealed class TextPool
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The one string with this text.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        var added = text.ToString();
        _texts.Set.Add(added);
        return added;
    }
}
