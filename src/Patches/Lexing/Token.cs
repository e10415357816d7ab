namespace Compare.Patches;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>A name or a word of the language.</summary>
    Identifier,

    /// <summary>An integer.</summary>
    Number,

    /// <summary>A character in quotes.</summary>
    Character,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>An operator or a separator.</summary>
    Punctuator,

    /// <summary>Behind the last one.</summary>
    End,
}

/// <summary>A token of C, and where it stands. A token that a macro made stands where the macro was used.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Source">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, SourceText Source, int Line, int Column)
{
    /// <summary>Whether it is this name, word or punctuator.</summary>
    public bool Is(string text) => Kind is TokenKind.Identifier or TokenKind.Punctuator && Text == text;

    /// <summary>The token as a message names it.</summary>
    public string Shown => Kind == TokenKind.End ? "the end" : Problem.Quote(Text);

    /// <summary>An error at this token.</summary>
    /// <param name="problem">What was found and what was expected.</param>
    public InputException Error(string problem) => Source.Error(Line, Column, problem);

    /// <summary>The error of a token that cannot stand here.</summary>
    /// <param name="expected">What can.</param>
    public InputException Expected(string expected) => Error($"found {Shown}, expected {expected}");

    /// <summary>Tokens as one line of C: a blank wherever one stood, or a line ended.</summary>
    public static string Join(IEnumerable<Token> tokens)
    {
        var text = new System.Text.StringBuilder();
        var (line, end) = (0, 0);
        foreach (var token in tokens)
        {
            if (text.Length > 0 && (token.Line != line || token.Column > end))
            {
                text.Append(' ');
            }

            text.Append(token.Text);
            (line, end) = (token.Line, token.Column + token.Text.Length);
        }

        return text.ToString();
    }
}
