namespace Compare.Scenarios;

/// <summary>The tokens of an expression, taken one after the other, and the errors at them.</summary>
internal sealed class FilterTokens
{
    private readonly FilterError _error;
    private readonly FilterLexer _lexer;
    private FilterToken? _ahead;

    public FilterTokens(string text, string source)
    {
        _error = new FilterError(source, text);
        _lexer = new FilterLexer(text, _error);
    }

    /// <summary>The token that would be taken, read when it is first asked for: of two errors the first one is to be reported.</summary>
    public FilterToken Next => _ahead ??= _lexer.Next();

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
}
