namespace Compare.Scenarios;

/// <summary>Reads an expression by recursive descent, one token ahead.</summary>
/// <remarks><code>
/// or        = and { "or" and }
/// and       = unary { "and" unary }
/// unary     = "not" unary | "(" or ")" | condition
/// condition = COLUMN ( ("=" | "!=") value | ("~" | "!~") glob | ["not"] "in" (WORD | "(" value { "," value } ")") )
/// </code></remarks>
internal sealed class FilterParser(string text, FilterVocabulary vocabulary, string source)
{
    private readonly FilterLexer _tokens = new(text, source);
    private int _depth;

    public FilterExpression Parse()
    {
        if (_tokens.Next.Kind == FilterTokenKind.End)
        {
            throw _tokens.Error(_tokens.Next, "found nothing, expected a condition, as in fs = ro");
        }

        var expression = Or();
        return _tokens.Next.Kind switch
        {
            FilterTokenKind.End => expression,
            FilterTokenKind.Close => throw _tokens.Error(_tokens.Next, "found ')' without its '('"),
            _ => throw _tokens.Error(_tokens.Next, $"found {_tokens.Next.Shown}, expected 'and', 'or' or the end{HintAfterCondition()}"),
        };
    }

    private FilterExpression Or()
    {
        var operands = ImmutableArray.CreateBuilder<FilterExpression>();
        operands.Add(And());
        while (_tokens.TryTake(FilterTokenKind.Or, out _))
        {
            operands.Add(And());
        }

        return FilterExpression.AnyOf(operands.DrainToImmutable());
    }

    private FilterExpression And()
    {
        var operands = ImmutableArray.CreateBuilder<FilterExpression>();
        operands.Add(Unary());
        while (_tokens.TryTake(FilterTokenKind.And, out _))
        {
            operands.Add(Unary());
        }

        return FilterExpression.AllOf(operands.DrainToImmutable());
    }

    private FilterExpression Unary()
    {
        if (_tokens.TryTake(FilterTokenKind.Not, out var not))
        {
            Enter(not);
            var operand = Unary();
            _depth--;
            return new NotFilter(operand);
        }

        if (!_tokens.TryTake(FilterTokenKind.Open, out var open))
        {
            return new ConditionParser(_tokens, vocabulary).Parse();
        }

        Enter(open);
        var inner = Or();
        _depth--;
        if (_tokens.TryTake(FilterTokenKind.Close, out _))
        {
            return inner;
        }

        throw _tokens.Next.Kind == FilterTokenKind.End
            ? _tokens.Error(open, "found '(' that is never closed, expected its ')'")
            : _tokens.Error(_tokens.Next, $"found {_tokens.Next.Shown}, expected 'and', 'or' or ')'{HintAfterCondition()}");
    }

    /// <summary>What to say of a word after a complete condition: a misspelt keyword, or the rest of a value that is not quoted.</summary>
    private string HintAfterCondition()
    {
        if (_tokens.Next.Kind != FilterTokenKind.Word)
        {
            return "";
        }

        // Of two letters nearly every word is near to every other.
        var keyword = _tokens.Next.Text.Length > 2 || _tokens.Next.Text.Equals("or", StringComparison.OrdinalIgnoreCase)
            ? NearName.Hint(_tokens.Next.Text, ["and", "or"])
            : "";
        return keyword.Length > 0 ? keyword : "; a value of several words stands in double quotes";
    }

    /// <summary>Goes one level down. The limit keeps every recursion, also those over the tree, far from the end of the stack.</summary>
    private void Enter(FilterToken token)
    {
        if (++_depth > FilterExpression.MaxNesting)
        {
            throw _tokens.Error(token, $"found more than {FilterExpression.MaxNesting} levels of 'not' and parentheses, expected at most as many");
        }
    }
}
