namespace Compare.Scenarios;

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a quoted one what the quotes hold.</param>
/// <param name="Position">Where it begins, counted from 0.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Position)
{
    /// <summary>The token in an error message.</summary>
    public string Shown => Kind switch
    {
        FilterTokenKind.End => "the end",
        FilterTokenKind.Quoted => $"the quoted {(Text.Length == 0 ? "text \"\"" : $"text {Problem.Quote(Text)}")}",
        _ => Problem.Quote(Text),
    };
}
