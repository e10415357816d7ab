namespace Compare.Reports;

/// <summary>A part of a document.</summary>
internal abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1: the document; 2 and 3: sections; 4: an entry of a section.</param>
/// <param name="Text">The heading.</param>
internal sealed record Heading(int Level, Words Text) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text.</param>
internal sealed record Paragraph(Words Text) : Block;

/// <summary>An entry of a list; those that follow each other are one list.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">What stands before it; may be empty.</param>
/// <param name="Depth">0; 1 for what belongs to the entry before it.</param>
/// <param name="Number">Its number in a numbered list; else 0.</param>
internal sealed record Item(Words Text, string Label = "", int Depth = 0, int Number = 0) : Block;

/// <summary>A condition: whatever breaks it into lines does so at <c>and</c> and <c>or</c>. An entry of a list where it has a label.</summary>
/// <param name="Expression">The condition; none where it is always true.</param>
/// <param name="Always">What is said then.</param>
/// <param name="Label">What stands before it.</param>
/// <param name="Proof">What is known about it; may be empty.</param>
/// <param name="Summary">What is said where it is too long to be shown.</param>
internal sealed record When(FilterExpression? Expression, string Always, string Label = "", string Proof = "", string Summary = "") : Block;

/// <summary>A command.</summary>
/// <param name="Text">The command.</param>
/// <param name="Label">What it is for.</param>
internal sealed record Code(string Text, string Label) : Block
{
    /// <summary>The command; what a terminal would obey is shown.</summary>
    public string Text { get; } = ControlCharacters.Shown(Text);
}

/// <summary>Values before and after.</summary>
/// <param name="Headers">What a row is of, and the two sides.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Changes(ImmutableArray<string> Headers, ImmutableArray<Change> Rows) : Block;

/// <summary>A value before and after.</summary>
/// <param name="Name">What has it.</param>
/// <param name="Left">Before.</param>
/// <param name="Right">After.</param>
internal sealed record Change(string Name, string Left, string Right);

/// <summary>A table: text on the left, numbers on the right.</summary>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Texts">How many of the first columns hold text.</param>
/// <param name="Keys">How many of the first columns tell which row it is.</param>
internal sealed record Table(ImmutableArray<string> Headers, int Texts, int Keys = 1) : Block
{
    /// <summary>The rows, each with a cell for each column.</summary>
    public List<Words[]> Rows { get; } = [];

    public void Add(params Words[] cells) => Rows.Add(cells);
}
