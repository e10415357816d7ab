namespace Compare.Scenarios;

/// <summary>Cuts an expression into tokens, one ahead of who takes them.</summary>
internal sealed class FilterLexer(string text, string source)
{
    private readonly FilterError _error = new(source, text);
    private int _position;
    private FilterToken? _ahead;

    /// <summary>The token that would be taken, read when it is first asked for: of two errors the first one is to be reported. The end again
    /// and again once it is reached.</summary>
    /// <exception cref="InputException">There is something that begins no token, or a quote that is never closed.</exception>
    public FilterToken Next => _ahead ??= Read();

    /// <summary>Takes a token.</summary>
    public FilterToken Take()
    {
        var token = Next;
        _ahead = null;
        return token;
    }

    /// <summary>Takes a token if it is of a kind.</summary>
    public bool TryTake(FilterTokenKind kind, out FilterToken token)
    {
        token = Next;
        if (token.Kind != kind)
        {
            return false;
        }

        _ahead = null;
        return true;
    }

    public InputException Error(FilterToken token, string problem) => Error(token.Position, problem);

    public InputException Error(int position, string problem) => _error.At(position, problem);

    private FilterToken Read()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }

        if (_position == text.Length)
        {
            return new FilterToken(FilterTokenKind.End, "", text.AsSpan().TrimEnd(" \t\n\r").Length);
        }

        if (FilterSyntax.IsInWord(text[_position]))
        {
            return Word();
        }

        return text.AsSpan(_position) switch
        {
            ['"', ..] => Quoted(),
            ['=', '=', ..] => throw Unexpected("'=='", "'='"),
            ['=', ..] => Symbol(FilterTokenKind.Equal, 1),
            ['!', '=', ..] => Symbol(FilterTokenKind.NotEqual, 2),
            ['!', '~', ..] => Symbol(FilterTokenKind.NotLike, 2),
            ['!', ..] => throw Unexpected("'!'", "'not', '!=' or '!~'"),
            ['~', ..] => Symbol(FilterTokenKind.Like, 1),
            ['(', ..] => Symbol(FilterTokenKind.Open, 1),
            [')', ..] => Symbol(FilterTokenKind.Close, 1),
            [',', ..] => Symbol(FilterTokenKind.Comma, 1),
            ['&', ..] => throw Unexpected("'&'", "'and'"),
            ['|', ..] => throw Unexpected("'|'", "'or'"),
            ['\'', ..] => throw Unexpected("a single quote", "double quotes around a value"),
            _ => throw Unexpected(
                Problem.Quote(Character()),
                "a word of letters, digits and _ - @ . +, an operator or a parenthesis; a value with other characters stands in double quotes"),
        };
    }

    private FilterToken Word()
    {
        var start = _position;
        while (_position < text.Length && FilterSyntax.IsInWord(text[_position]))
        {
            _position++;
        }

        var word = text[start.._position];
        return new FilterToken(FilterSyntax.KindOf(word), word, start);
    }

    private FilterToken Quoted()
    {
        var start = _position;
        var end = start + 1;
        while (true)
        {
            var length = text.AsSpan(end).IndexOf('"');
            if (length < 0)
            {
                throw _error.At(start, "found a quote that is never closed, expected the closing one");
            }

            end += length + 1;
            if (end == text.Length || text[end] != '"')
            {
                break;
            }

            end++;
        }

        _position = end;
        return new FilterToken(
            FilterTokenKind.Quoted, text[(start + 1)..(end - 1)].Replace("\"\"", "\"", StringComparison.Ordinal), start);
    }

    private FilterToken Symbol(FilterTokenKind kind, int length)
    {
        var token = new FilterToken(kind, text.Substring(_position, length), _position);
        _position += length;
        return token;
    }

    private string Character()
        => text.Substring(_position, _position + 1 < text.Length && char.IsSurrogatePair(text, _position) ? 2 : 1);

    private InputException Unexpected(string found, string expected) => _error.At(_position, $"found {found}, expected {expected}");
}
