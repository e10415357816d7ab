namespace Compare.Scenarios;

/// <summary>Reads one condition: a column, an operator, and values that the column can have.</summary>
internal sealed class ConditionParser(FilterLexer tokens, FilterVocabulary vocabulary)
{
    public FilterExpression Parse()
    {
        var column = Column();
        var operation = tokens.Take();
        switch (operation.Kind)
        {
            case FilterTokenKind.Equal:
                return new InSetFilter(column, Value(column));
            case FilterTokenKind.NotEqual:
                return new NotFilter(new InSetFilter(column, Value(column)));
            case FilterTokenKind.Like:
                return new GlobFilter(column, Pattern(column));
            case FilterTokenKind.NotLike:
                return new NotFilter(new GlobFilter(column, Pattern(column)));
            case FilterTokenKind.In:
                return new InSetFilter(column, Set(column));
            case FilterTokenKind.Not when tokens.TryTake(FilterTokenKind.In, out _):
                return new NotFilter(new InSetFilter(column, Set(column)));
            case FilterTokenKind.Not:
                throw tokens.Error(tokens.Next, $"found {tokens.Next.Shown}, expected 'in' after '{column} not'");
            default:
                throw tokens.Error(
                    operation,
                    $"found {operation.Shown}, expected one of =, !=, ~, !~, in, not in{NearName.Hint(operation.Text, ["in", "not in"])}");
        }
    }

    private FilterColumn Column()
    {
        var name = tokens.Take();
        if (name.Kind != FilterTokenKind.Word)
        {
            throw tokens.Error(name, $"found {name.Shown}, expected a column, 'not' or '('");
        }

        if (vocabulary.Find(name.Text) is { } column)
        {
            return column;
        }

        if (name.Text is FilterVocabulary.Kernel or FilterVocabulary.Strategy)
        {
            throw tokens.Error(name, $"column '{name.Text}' is not known here: this filter is asked about scenarios alone");
        }

        var hint = WordSets.Find(name.Text) is { } word
            ? $"; did you mean '{word.Column} in {word.Name}'?"
            : NearName.Hint(name.Text, [.. vocabulary.Names, "not"]);
        throw tokens.Error(name, $"unknown column {Problem.Quote(name.Text)}, expected one of {string.Join(", ", vocabulary.Names)}{hint}");
    }

    private string Value(FilterColumn column)
    {
        var value = Text(column, "a value");
        if (value.Kind == FilterTokenKind.Word && value.Text.AsSpan().IndexOfAny('*', '?') is >= 0 and var at)
        {
            throw tokens.Error(
                value.Position + at,
                $"{column}: found '{value.Text[at]}' in a value, expected it after ~ only; a value that holds it stands in double quotes");
        }

        return column.Refuse(value.Text) is { } problem
            ? throw tokens.Error(value, $"{column}: {problem}{HintAtWord(column, value.Text)}")
            : value.Text;
    }

    private string Pattern(FilterColumn column)
    {
        var pattern = Text(column, "a glob");
        return column.RefusePattern(pattern.Text) is { } problem ? throw tokens.Error(pattern, $"{column}: {problem}") : pattern.Text;
    }

    private ImmutableArray<string> Set(FilterColumn column)
    {
        if (!tokens.TryTake(FilterTokenKind.Open, out _))
        {
            return Word(column);
        }

        var values = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var start = tokens.Next;
            var value = Value(column);
            if (!seen.Add(value))
            {
                throw tokens.Error(start, $"{column}: found {Problem.Quote(value)} twice in one list, expected it once");
            }

            values.Add(value);
            var end = tokens.Take();
            switch (end.Kind)
            {
                case FilterTokenKind.Comma:
                    break;
                case FilterTokenKind.Close:
                    return values.DrainToImmutable();
                default:
                    throw tokens.Error(end, $"found {end.Shown}, expected ',' or ')'");
            }
        }
    }

    /// <summary>The values of a named set; the token is what stands after <c>in</c> instead of a parenthesis.</summary>
    private ImmutableArray<string> Word(FilterColumn column)
    {
        var name = tokens.Take();
        var set = name.Kind == FilterTokenKind.Word ? WordSets.Find(name.Text) : null;
        if (set?.Column == column.Name)
        {
            return set.Values;
        }

        var names = WordSets.NamesOf(column.Name);
        var expected = names.IsEmpty ? "'('" : $"'(' or one of {string.Join(", ", names)}";
        string hint;
        if (set is not null)
        {
            hint = $"; '{set.Name}' is a set of column {set.Column}";
        }
        else if (name.Kind == FilterTokenKind.Word)
        {
            hint = column.Refuse(name.Text) is null ? $"; did you mean '{column} = {name.Text}'?" : NearName.Hint(name.Text, names);
        }
        else
        {
            hint = "";
        }

        throw tokens.Error(name, $"{column}: found {name.Shown}, expected {expected}{hint}");
    }

    private FilterToken Text(FilterColumn column, string expected)
    {
        var token = tokens.Take();
        return token.Kind switch
        {
            FilterTokenKind.Word or FilterTokenKind.Quoted => token,
            FilterTokenKind.And or FilterTokenKind.Or or FilterTokenKind.Not or FilterTokenKind.In
                => throw tokens.Error(token, $"{column}: found the keyword {token.Shown}, expected {expected}; one that is a keyword stands in double quotes"),
            _ => throw tokens.Error(token, $"{column}: found {token.Shown}, expected {expected}"),
        };
    }

    /// <summary>What to say of a word that is the name of a set and no value.</summary>
    private static string HintAtWord(FilterColumn column, string value)
        => WordSets.Find(value) is { } set && set.Column == column.Name ? $"; '{value}' is a set: write '{column} in {value}'" : "";
}
