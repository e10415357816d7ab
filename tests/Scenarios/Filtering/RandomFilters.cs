using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

/// <summary>Filter expressions from a seed, also nasty ones.</summary>
internal sealed class RandomFilters(int seed)
{
    private readonly Random _random = new(seed);
    private readonly RandomRows _rows = new(seed);

    public static FilterVocabulary Vocabulary { get; } = new(["v4.13", "v6.1"], ["original", "v2", "zwisler"]);

    public T Any<T>(params T[] items) => items[_random.Next(items.Length)];

    /// <summary>A tree; its values come from a scenario as often as not, so that it matches now and then.</summary>
    public FilterExpression Expression(Scenario? near = null) => Expression(near ?? _rows.Scenario(_random.Next(100)), _random.Next(6));

    /// <summary>A tree as text, with needless parentheses, blanks and quotes, and any of the ways to say the same.</summary>
    public string Write(FilterExpression expression)
    {
        var text = expression switch
        {
            AndFilter and => string.Join(" and ", and.Operands.Select(operand => operand is OrFilter ? $"({Write(operand)})" : Write(operand))),
            OrFilter or => string.Join(" or ", or.Operands.Select(Write)),
            NotFilter { Operand: InSetFilter set } when Flip() => Write(set, isNegated: true),
            NotFilter not => $"not ({Write(not.Operand)})",
            InSetFilter set => Write(set, isNegated: false),
            GlobFilter glob => $"{glob.Column}{Any("~", " ~ ")}{Quoted(glob.Pattern)}",
            _ => throw new ArgumentException($"no text for {expression.GetType()}"),
        };

        return _random.Next(5) == 0 && expression is not (AndFilter or OrFilter) ? $"{Any("", " ", "\t")}({text}{Any("", "\n")})" : text;
    }

    private FilterExpression Expression(Scenario near, int depth)
    {
        if (depth == 0)
        {
            return Flip() || Flip() ? Set(near) : Glob(near);
        }

        return _random.Next(4) switch
        {
            0 => new AndFilter(Operands(near, depth)),
            1 => new OrFilter(Operands(near, depth)),
            2 => new NotFilter(Expression(near, depth - 1)),
            _ => Expression(near, depth - 1),
        };
    }

    private ImmutableArray<FilterExpression> Operands(Scenario near, int depth)
        => [.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Expression(near, _random.Next(depth)))];

    private InSetFilter Set(Scenario near)
    {
        if (_random.Next(4) == 0)
        {
            var word = WordSets.All[_random.Next(WordSets.All.Length)];
            return new InSetFilter(Vocabulary.Column(word.Column), word.Values);
        }

        var column = Vocabulary.Columns[_random.Next(Vocabulary.Columns.Length)];
        return new InSetFilter(column, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Value(column, near))]);
    }

    private GlobFilter Glob(Scenario near)
    {
        var column = Vocabulary.Columns[_random.Next(Vocabulary.Columns.Length)];
        var value = Value(column, near);
        var (start, end) = (_random.Next(value.Length + 1), _random.Next(value.Length + 1));
        var pattern = start <= end ? $"{value[..start]}*{value[end..]}" : value.Replace(value[end], '?');
        return new GlobFilter(column, Flip() ? pattern : $"*{value[_random.Next(value.Length)]}*");
    }

    private string Value(FilterColumn column, Scenario near)
    {
        if (!column.IsOpen)
        {
            return column.Values[_random.Next(column.Values.Length)];
        }

        return column.Name == "id" && _random.Next(4) == 0
            ? Any("and", "or", "not", "in", "\"", "a \"b\"", "(", " ", "*", "fs = ro", "\n", "ß語")
            : ScenarioColumns.Text(Flip() ? near : _rows.Scenario(_random.Next(100)), column.Name);
    }

    private string Write(InSetFilter set, bool isNegated)
    {
        var values = set.Values.ToArray();
        _random.Shuffle(values);
        return values.Length == 1 && Flip()
            ? $"{set.Column} {(isNegated ? "!=" : "=")} {Quoted(values[0])}"
            : $"{set.Column} {(isNegated ? "not in" : "in")} ({string.Join(Any(",", ", "), values.Select(Quoted))})";
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private bool Flip() => _random.Next(2) == 0;
}
