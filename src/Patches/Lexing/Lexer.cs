namespace Compare.Patches;

/// <summary>A line of tokens; lines that end in a backslash are one.</summary>
/// <param name="IsDirective">Whether it began with <c>#</c>, which is left out.</param>
/// <param name="Tokens">Its tokens; at least one, or a directive.</param>
/// <param name="Hash">Where it begins.</param>
internal readonly record struct TokenLine(bool IsDirective, ImmutableArray<Token> Tokens, Token Hash);

/// <summary>
/// Makes tokens of C. What it cannot read (a quote that does not end) becomes a token that nothing accepts, so that it is an error only where it is
/// used: a file holds much that is none of the handler's.
/// </summary>
internal sealed class Lexer
{
    private static readonly string[] Punctuators =
    [
        "<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##",
    ];

    private readonly SourceText _source;
    private readonly List<TokenLine> _lines = [];
    private readonly List<Token> _tokens = [];
    private int _line;
    private int _column;
    private string _text = "";
    private Token _hash;
    private bool _isDirective;

    private Lexer(SourceText source) => _source = source;

    /// <summary>Makes tokens of a file.</summary>
    /// <param name="source">The file.</param>
    /// <exception cref="InputException">A comment does not end.</exception>
    public static IReadOnlyList<TokenLine> Read(SourceText source)
    {
        var lexer = new Lexer(source);
        lexer.ReadLines();
        return lexer._lines;
    }

    /// <summary>Makes tokens of one word, as <c>##</c> needs it.</summary>
    /// <param name="text">The word.</param>
    /// <param name="place">The token that stands for its place.</param>
    /// <exception cref="InputException">It is not exactly one token.</exception>
    public static Token Paste(string text, Token place)
    {
        var lines = Read(new SourceText(place.Source.Name, [new SourceLine(text)]));
        return lines is [{ IsDirective: false, Tokens: [var token] }]
            ? place with { Kind = token.Kind, Text = token.Text }
            : throw place.Error($"found '##' that makes '{text}', expected it to make one token");
    }

    private Token At(TokenKind kind, string text, int column) => new(kind, text, _source, _line + 1, column + 1);

    private void ReadLines()
    {
        for (_line = 0; _line < _source.Lines.Length; _line++)
        {
            _text = _source.Lines[_line].Text;
            _column = 0;
            ReadTokens();
            if (_text.EndsWith('\\') && _line + 1 < _source.Lines.Length)
            {
                continue;
            }

            EndLine();
        }

        EndLine();
    }

    private void EndLine()
    {
        if (_isDirective || _tokens.Count > 0)
        {
            _lines.Add(new TokenLine(_isDirective, [.. _tokens], _isDirective ? _hash : _tokens[0]));
        }

        _tokens.Clear();
        _isDirective = false;
    }

    private void ReadTokens()
    {
        while (_column < _text.Length)
        {
            var c = _text[_column];
            if (char.IsWhiteSpace(c) || (c == '\\' && _column == _text.Length - 1))
            {
                _column++;
            }
            else if (Starts("//"))
            {
                _column = _text.Length;
            }
            else if (Starts("/*"))
            {
                SkipComment();
            }
            else if (c == '#' && _tokens.Count == 0 && !_isDirective)
            {
                _isDirective = true;
                _hash = At(TokenKind.Punctuator, "#", _column++);
            }
            else
            {
                _tokens.Add(ReadToken(c));
            }
        }
    }

    private void SkipComment()
    {
        var begin = At(TokenKind.Punctuator, "/*", _column);
        _column += 2;
        while (true)
        {
            var end = _text.IndexOf("*/", _column, StringComparison.Ordinal);
            if (end >= 0)
            {
                _column = end + 2;
                return;
            }

            if (++_line >= _source.Lines.Length)
            {
                throw begin.Error("found a comment that does not end, expected '*/'");
            }

            _text = _source.Lines[_line].Text;
            _column = 0;
        }
    }

    private Token ReadToken(char c)
    {
        var begin = _column;
        if (char.IsAsciiLetter(c) || c == '_')
        {
            return Take(TokenKind.Identifier, begin, IsWord);
        }

        if (char.IsAsciiDigit(c))
        {
            return Take(TokenKind.Number, begin, IsWord);
        }

        if (c is '"' or '\'')
        {
            return ReadQuoted(c, begin);
        }

        var punctuator = Array.Find(Punctuators, Starts) ?? c.ToString();
        _column += punctuator.Length;
        return At(TokenKind.Punctuator, punctuator, begin);
    }

    private Token ReadQuoted(char quote, int begin)
    {
        for (_column++; _column < _text.Length; _column++)
        {
            if (_text[_column] == '\\')
            {
                _column++;
            }
            else if (_text[_column] == quote)
            {
                _column++;
                return At(quote == '"' ? TokenKind.Text : TokenKind.Character, _text[begin.._column], begin);
            }
        }

        _column = _text.Length;
        return At(TokenKind.Punctuator, _text[begin..], begin);
    }

    private Token Take(TokenKind kind, int begin, Func<char, bool> belongs)
    {
        while (_column < _text.Length && belongs(_text[_column]))
        {
            _column++;
        }

        return At(kind, _text[begin.._column], begin);
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private bool Starts(string text) => string.CompareOrdinal(_text, _column, text, 0, text.Length) == 0;
}
