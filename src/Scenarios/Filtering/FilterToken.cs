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

/// <summary>The kinds of <see cref="FilterToken"/>.</summary>
internal enum FilterTokenKind : byte
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A column, a named set or a value; may hold <c>*</c> and <c>?</c>.</summary>
    Word,

    /// <summary>A text in double quotes.</summary>
    Quoted,

    /// <summary><c>and</c>.</summary>
    And,

    /// <summary><c>or</c>.</summary>
    Or,

    /// <summary><c>not</c>.</summary>
    Not,

    /// <summary><c>in</c>.</summary>
    In,

    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>~</c>.</summary>
    Like,

    /// <summary><c>!~</c>.</summary>
    NotLike,

    /// <summary><c>(</c>.</summary>
    Open,

    /// <summary><c>)</c>.</summary>
    Close,

    /// <summary><c>,</c>.</summary>
    Comma,
}
