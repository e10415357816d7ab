namespace Compare.Reports;

/// <summary>What a report says, in blocks; renderers decide how it looks.</summary>
public sealed class Document
{
    internal Document(IEnumerable<Block> blocks, Layout? layout = null)
    {
        Blocks = [.. blocks];
        Layout = layout ?? Layout.Default;
    }

    internal ImmutableArray<Block> Blocks { get; }

    internal Layout Layout { get; }
}

/// <summary>What plain text needs to know of a document, in columns.</summary>
/// <param name="Margin">Blanks before the entries of a list.</param>
/// <param name="Labels">Width of their labels.</param>
/// <param name="Names">Width of the names of changed values.</param>
/// <param name="Widest">Longest line on whatever screen.</param>
internal sealed record Layout(int Margin = 0, int Labels = 0, int Names = 0, int Widest = int.MaxValue)
{
    public static Layout Default { get; } = new();
}
