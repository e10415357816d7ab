namespace Compare.Patches;

/// <summary>Lines without their white space, in which other such lines are looked up.</summary>
/// <param name="lines">The lines as they are.</param>
internal sealed class BareText(IEnumerable<string> lines)
{
    private readonly ImmutableArray<string> _lines = [.. lines.Select(Bare)];

    /// <summary>The number of lines.</summary>
    public int Count => _lines.Length;

    /// <summary>A line without its white space.</summary>
    /// <param name="index">Its index.</param>
    public string this[int index] => _lines[index];

    /// <summary>A text without its white space.</summary>
    /// <param name="text">The text.</param>
    public static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>Where lines stand here, one after the other (Knuth, Morris, Pratt).</summary>
    /// <param name="block">The lines, at least one.</param>
    public BlockFit Find(BareText block)
    {
        var borders = Borders(block);
        var fits = ImmutableArray.CreateBuilder<int>();
        var (length, longest, longestEnd) = (0, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            while (length > 0 && (length == block.Count || _lines[i] != block[length]))
            {
                length = borders[length - 1];
            }

            length += _lines[i] == block[length] ? 1 : 0;
            if (length > longest)
            {
                (longest, longestEnd) = (length, i + 1);
            }

            if (length == block.Count)
            {
                fits.Add(i + 1 - length);
            }
        }

        return new(fits.ToImmutable(), longest, longestEnd);
    }

    /// <summary>For each beginning of a block: how long the longest one is with which it ends.</summary>
    private static int[] Borders(BareText block)
    {
        var borders = new int[block.Count];
        var length = 0;
        for (var i = 1; i < block.Count; i++)
        {
            while (length > 0 && block[i] != block[length])
            {
                length = borders[length - 1];
            }

            length += block[i] == block[length] ? 1 : 0;
            borders[i] = length;
        }

        return borders;
    }
}

/// <summary>Where a block of lines stands in a text.</summary>
/// <param name="At">The index of each first line.</param>
/// <param name="Longest">How many of its first lines stand together somewhere.</param>
/// <param name="LongestEnd">The index after the last of these.</param>
internal readonly record struct BlockFit(ImmutableArray<int> At, int Longest, int LongestEnd);
