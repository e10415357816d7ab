using Compare.Scenarios;
using CsCheck;

namespace Compare.Tests.Scenarios;

public sealed class FilterPrintingTests
{
    [Theory]
    [InlineData("fs=ro", "fs = ro")]
    [InlineData("not fs = ro", "fs != ro")]
    [InlineData("not fs != ro", "not fs != ro")]
    [InlineData("not not not fs = ro", "not not fs != ro")]
    [InlineData("fs in (\"ro\")", "fs = ro")]
    [InlineData("fs not in (ro)", "fs != ro")]
    [InlineData("fs in (full, rw)", "fs in (rw, full)")]
    [InlineData("not fs in (full, rw)", "fs not in (rw, full)")]
    [InlineData("kernel in (v6.1, v4.13)", "kernel in (v4.13, v6.1)")]
    [InlineData("id in (b, a, \"a b\", B)", "id in (B, a, \"a b\", b)")]
    [InlineData("not at~*a*", "at !~ *a*")]
    [InlineData("steps ~ \"load*\"", "steps ~ load*")]
    [InlineData("steps ~ \"load *\"", "steps ~ \"load *\"")]
    [InlineData("id = \"in\"", "id = \"in\"")]
    [InlineData("id = \"a*\"", "id = \"a*\"")]
    [InlineData("id = \"\"\"\"", "id = \"\"\"\"")]
    [InlineData("(fs = ro and at = far) and (thp = huge)", "fs = ro and at = far and thp = huge")]
    [InlineData("(fs = ro and at = far) or (thp = huge)", "fs = ro and at = far or thp = huge")]
    [InlineData("(fs = ro or at = far) and thp = huge", "(fs = ro or at = far) and thp = huge")]
    [InlineData("(not (fs = ro)) and not (at = far or thp = huge)", "fs != ro and not (at = far or thp = huge)")]
    public void An_expression_has_one_print(string text, string print)
        => Assert.Equal(print, FilterExpression.Parse(text, Generators.Vocabulary).ToString());

    [Fact]
    public void A_set_that_has_a_word_is_printed_as_that_word()
    {
        foreach (var set in WordSets.All)
        {
            var list = FilterExpression.Parse($"{set.Column} in ({string.Join(", ", set.Values.Reverse())})", Generators.Vocabulary);
            Assert.Equal($"{set.Column} in {set.Name}", list.ToString());
            Assert.Equal($"{set.Column} not in {set.Name}", new NotFilter(list).ToString());
        }
    }

    [Fact]
    public void Parsing_the_print_gives_an_equal_tree()
        => Cases.Check(Generators.Expression, seed: 1, count: 3_000, expression =>
        {
            var print = expression.ToString();
            var again = FilterExpression.Parse(print, Generators.Vocabulary);
            Assert.Equal(expression, again);
            Assert.Equal(expression.GetHashCode(), again.GetHashCode());
            Assert.Equal(print, again.ToString());
        });

    [Fact]
    public void However_a_tree_is_written_parsing_gives_it_back()
    {
        var written = from expression in Generators.Expression
                      from text in Generators.Written(expression)
                      select (expression, text);
        Cases.Check(written, seed: 2, count: 3_000, item =>
            Assert.Equal(item.expression, FilterExpression.Parse(item.text, Generators.Vocabulary)));
    }

    [Fact]
    public void No_parenthesis_of_a_print_can_be_left_out()
    {
        var tried = 0;
        Cases.Check(Generators.Expression, seed: 3, count: 300, expression =>
        {
            var print = expression.ToString();
            foreach (var (open, close) in Parentheses(print))
            {
                var without = print.Remove(close, 1).Remove(open, 1);
                Assert.NotEqual(expression, Parsed(without));
                tried++;
            }
        });
        Assert.InRange(tried, 100, int.MaxValue);
    }

    [Fact]
    public void Unequal_trees_have_unequal_prints()
    {
        var prints = new Dictionary<string, FilterExpression>(StringComparer.Ordinal);
        foreach (var expression in Cases.Of(Generators.Expression, seed: 4, count: 3_000))
        {
            Assert.Equal(expression, prints.TryAdd(expression.ToString(), expression) ? expression : prints[expression.ToString()]);
        }

        Assert.Equal(prints.Count, prints.Values.Distinct().Count());
    }

    private static FilterExpression? Parsed(string text)
    {
        try
        {
            return FilterExpression.Parse(text, Generators.Vocabulary);
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>The pairs of parentheses outside of quotes.</summary>
    private static List<(int Open, int Close)> Parentheses(string text)
    {
        var pairs = new List<(int Open, int Close)>();
        var open = new Stack<int>();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (!isQuoted && text[i] == '(')
            {
                open.Push(i);
            }
            else if (!isQuoted && text[i] == ')')
            {
                pairs.Add((open.Pop(), i));
            }
        }

        return pairs;
    }
}
