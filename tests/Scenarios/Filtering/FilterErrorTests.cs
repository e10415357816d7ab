using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class FilterErrorTests
{
    private const string Columns =
        "id, mount, fs, mapping, geometry, extent, size, thp, steps, access, at, prior, kernel, strategy";

    [Fact]
    public void An_error_names_its_source_and_shows_the_expression_with_a_caret()
    {
        var error = Assert.Throws<InputException>(
            () => FilterExpression.Parse("fss = ro and access in writes", Generators.Vocabulary));
        Assert.Equal(
            $"--where: unknown column 'fss', expected one of {Columns}; did you mean 'fs'?\n  fss = ro and access in writes\n  ^",
            error.Message);
        error = Assert.Throws<InputException>(() => FilterExpression.Parse("x", Generators.Vocabulary, "rules.txt:3"));
        Assert.StartsWith("rules.txt:3: unknown column 'x'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "^", "found nothing, expected a condition, as in fs = ro")]
    [InlineData(" \t ", "^", "found nothing, expected a condition, as in fs = ro")]
    [InlineData("()", " ^", "found ')', expected a column, 'not' or '('")]
    [InlineData("fs = ro and", "           ^", "found the end, expected a column, 'not' or '('")]
    [InlineData("fs = ro or and", "           ^", "found 'and', expected a column, 'not' or '('")]
    [InlineData("not", "   ^", "found the end, expected a column, 'not' or '('")]
    [InlineData("\"fs\" = ro", "^", "found the quoted text 'fs', expected a column, 'not' or '('")]
    [InlineData("fs = ro fs = rw", "        ^", "found 'fs', expected 'and', 'or' or the end; a value of several words stands in double quotes")]
    [InlineData("steps = load store", "             ^", "found 'store', expected 'and', 'or' or the end; a value of several words stands in double quotes")]
    [InlineData("fs = ro AND at = far", "        ^", "found 'AND', expected 'and', 'or' or the end; did you mean 'and'?")]
    [InlineData("fs = ro Or at = far", "        ^", "found 'Or', expected 'and', 'or' or the end; did you mean 'or'?")]
    [InlineData("(fs = ro adn at = far)", "         ^", "found 'adn', expected 'and', 'or' or ')'; did you mean 'and'?")]
    [InlineData("fs = ro = rw", "        ^", "found '=', expected 'and', 'or' or the end")]
    [InlineData("at = far and (fs = ro or (at = near)", "             ^", "found '(' that is never closed, expected its ')'")]
    [InlineData("fs = ro) and at = far", "       ^", "found ')' without its '('")]
    public void What_is_not_built_as_an_expression_is_refused(string text, string caret, string problem) => Refused(text, caret, problem);

    [Theory]
    [InlineData("fs", "  ^", "found the end, expected one of =, !=, ~, !~, in, not in")]
    [InlineData("fs ro", "   ^", "found 'ro', expected one of =, !=, ~, !~, in, not in")]
    [InlineData("fs IN (ro)", "   ^", "found 'IN', expected one of =, !=, ~, !~, in, not in; did you mean 'in'?")]
    [InlineData("fs not ro", "       ^", "found 'ro', expected 'in' after 'fs not'")]
    [InlineData("fs =", "    ^", "fs: found the end, expected a value")]
    [InlineData("fs = )", "     ^", "fs: found ')', expected a value")]
    [InlineData("fs !~ ", "     ^", "fs: found the end, expected a glob")]
    [InlineData("id = and", "     ^", "id: found the keyword 'and', expected a value; one that is a keyword stands in double quotes")]
    [InlineData("fs in ()", "       ^", "fs: found ')', expected a value")]
    [InlineData("fs in (ro,)", "          ^", "fs: found ')', expected a value")]
    [InlineData("fs in (ro rw)", "          ^", "found 'rw', expected ',' or ')'")]
    [InlineData("fs in (ro", "         ^", "found the end, expected ',' or ')'")]
    [InlineData("fs in (ro, rw, ro)", "               ^", "fs: found 'ro' twice in one list, expected it once")]
    [InlineData("fs = r*", "      ^", "fs: found '*' in a value, expected it after ~ only; a value that holds it stands in double quotes")]
    public void What_is_not_built_as_a_condition_is_refused(string text, string caret, string problem) => Refused(text, caret, problem);

    [Theory]
    [InlineData("fs == ro", "   ^", "found '==', expected '='")]
    [InlineData("!fs = ro", "^", "found '!', expected 'not', '!=' or '!~'")]
    [InlineData("fs = ro && at = far", "        ^", "found '&', expected 'and'")]
    [InlineData("fs = ro||at = far", "       ^", "found '|', expected 'or'")]
    [InlineData("fs = 'ro'", "     ^", "found a single quote, expected double quotes around a value")]
    [InlineData("at = far and id = \"a\"\" ", "                  ^", "found a quote that is never closed, expected the closing one")]
    [InlineData("fs = ro # at", "        ^", "found '#', expected a word of letters, digits and _ - @ . +, an operator or a parenthesis")]
    [InlineData("id = é", "     ^", "found 'é', expected a word of letters")]
    [InlineData("id = 😀", "     ^", "found '😀', expected a word of letters")]
    [InlineData("fs\0= ro", "  ^", "found '\\u0000', expected a word of letters")]
    public void What_is_no_token_is_refused(string text, string caret, string problem) => Refused(text, caret, problem);

    [Theory]
    [InlineData("thp = huge and maping = private", "               ^", $"unknown column 'maping', expected one of {Columns}; did you mean 'mapping'?")]
    [InlineData("(NOT fs = ro)", " ^", $"unknown column 'NOT', expected one of {Columns}; did you mean 'not'?")]
    [InlineData("writes and fs = ro", "^", $"unknown column 'writes', expected one of {Columns}; did you mean 'access in writes'?")]
    [InlineData("journal_starts = 1", "^", $"unknown column 'journal_starts', expected one of {Columns}")]
    [InlineData("fss == ro", "^", "unknown column 'fss'")]
    public void An_unknown_column_is_refused(string text, string caret, string problem) => Refused(text, caret, problem);

    [Theory]
    [InlineData("mount = daxx", "        ^", "mount: found 'daxx', expected one of dax, nodax; did you mean 'dax'?")]
    [InlineData("fs in (ro, nojurnal)", "           ^", "fs: found 'nojurnal', expected one of rw, ro, emergency,")]
    [InlineData("geometry != \"\"", "            ^", "geometry: found nothing, expected one of aligned, misaligned, small")]
    [InlineData("kernel = v5.10", "         ^", "kernel: found 'v5.10', expected one of v4.13, v6.1")]
    [InlineData("strategy = zwisller", "           ^", "strategy: found 'zwisller', expected one of original, v2, zwisler; did you mean 'zwisler'?")]
    [InlineData("at = first", "     ^", "at: found 'first', expected one of target, near, far, beyond")]
    [InlineData("size = FULL", "       ^", "size: found 'FULL', expected one of full, partial; did you mean 'full'?")]
    [InlineData("id = \"\"", "     ^", "id: found nothing, expected a name")]
    [InlineData("steps = laod", "        ^", "steps: unknown step: found 'laod', expected one of load, ")]
    [InlineData("steps = \"load  store\"", "        ^", "steps: found an empty step in 'load  store'")]
    [InlineData("steps = none", "        ^", "steps: unknown step: found 'none'")]
    [InlineData("prior in (none, fsync@near)", "                ^", "prior: found 'fsync@near', expected fsync without a place")]
    public void A_value_that_the_column_can_never_have_is_refused(string text, string caret, string problem) => Refused(text, caret, problem);

    [Theory]
    [InlineData("fs ~ x*", "     ^", "fs: found glob 'x*', expected one that is like at least one of rw, ro, emergency,")]
    [InlineData("kernel !~ v5.*", "          ^", "kernel: found glob 'v5.*', expected one that is like at least one of v4.13, v6.1")]
    [InlineData("id ~ \"\"", "     ^", "id: found nothing, expected a glob")]
    public void A_glob_that_nothing_can_be_like_is_refused(string text, string caret, string problem) => Refused(text, caret, problem);

    [Theory]
    [InlineData("access in write", "          ^", "access: found 'write', expected '(' or one of reads, writes, usermode, gup; did you mean 'access = write'?")]
    [InlineData("fs in writes", "      ^", "fs: found 'writes', expected '(' or one of readonly, journalled, failing, refusing, healthy; 'writes' is a set of column access")]
    [InlineData("fs not in ro", "          ^", "fs: found 'ro', expected '(' or one of readonly, journalled, failing, refusing, healthy; did you mean 'fs = ro'?")]
    [InlineData("thp in huge", "       ^", "thp: found 'huge', expected '('; did you mean 'thp = huge'?")]
    [InlineData("fs in \"readonly\"", "      ^", "fs: found the quoted text 'readonly', expected '(' or one of readonly,")]
    [InlineData("fs in", "     ^", "fs: found the end, expected '(' or one of readonly,")]
    public void What_is_no_set_of_the_column_is_refused(string text, string caret, string problem) => Refused(text, caret, problem);

    [Fact]
    public void A_named_set_is_no_value()
    {
        var error = Refused("access in (writes, mlock)", "           ^", "access: found 'writes', expected one of load, ");
        Assert.Contains("; 'writes' is a set: write 'access in writes'\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_of_scenarios_alone_knows_no_kernel_and_no_strategy()
    {
        foreach (var column in (string[])["kernel", "strategy"])
        {
            var error = Assert.Throws<InputException>(
                () => FilterExpression.Parse($"fs = ro and {column} = x", FilterVocabulary.ScenarioOnly));
            Assert.Equal(
                $"--where: column '{column}' is not known here: this filter is asked about scenarios alone\n  fs = ro and {column} = x\n  "
                    + "            ^",
                error.Message);
        }
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not ", "")]
    [InlineData("not (not ", ")")]
    [InlineData("(at = far or thp = huge and ", ")")]
    public void Nesting_has_a_limit(string open, string close)
    {
        var levels = FilterExpression.MaxNesting / (open.Split("not").Length - 1 + (close.Length > 0 ? 1 : 0));
        var deep = Nested(levels);
        var expression = FilterExpression.Parse(deep, Generators.Vocabulary);
        Assert.Equal(expression, FilterExpression.Parse(expression.ToString(), Generators.Vocabulary));
        foreach (var tooDeep in (int[])[levels + 1, 100_000])
        {
            var error = Assert.Throws<InputException>(() => FilterExpression.Parse(Nested(tooDeep), Generators.Vocabulary));
            Assert.StartsWith("--where: found more than 200 levels of 'not' and parentheses", error.Message, StringComparison.Ordinal);
        }

        string Nested(int count) => string.Concat(Enumerable.Repeat(open, count)) + "fs = ro" + string.Concat(Enumerable.Repeat(close, count));
    }

    [Fact]
    public void A_tree_deeper_than_a_text_can_be_is_not_made()
    {
        var far = FilterExpression.Parse("at = far", Generators.Vocabulary);
        var both = FilterExpression.Parse("fs = ro and at = far", Generators.Vocabulary);
        LimitOf(both, operand => new NotFilter(operand), levels: FilterExpression.MaxNesting - 1);
        LimitOf(far, operand => new NotFilter(operand), levels: FilterExpression.MaxNesting + 1);
        LimitOf(both, operand => new AndFilter([far, new OrFilter([far, operand])]), levels: FilterExpression.MaxNesting);
        LimitOf(far, operand => new NotFilter(new OrFilter([operand, far])), levels: FilterExpression.MaxNesting / 2);

        void LimitOf(FilterExpression expression, Func<FilterExpression, FilterExpression> grow, int levels)
        {
            for (var level = 0; level < levels; level++)
            {
                expression = grow(expression);
            }

            Assert.Equal(expression, FilterExpression.Parse(expression.ToString(), Generators.Vocabulary));
            Assert.Throws<ArgumentException>(() => grow(expression));
        }
    }

    [Fact]
    public void Of_a_long_expression_the_surroundings_are_shown()
    {
        var start = string.Concat(Enumerable.Repeat("fs = ro or ", 30));
        var end = string.Concat(Enumerable.Repeat(" or fs = ro", 30));
        var shown = Caret(start + "fss = ro" + end, out var caret);
        Assert.InRange(shown.Length, 100, 200);
        Assert.StartsWith("  …", shown, StringComparison.Ordinal);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.Equal("or fs = ro or fss = ro or fs = ro or", shown.Substring(caret.Length - 15, 36));
    }

    [Theory]
    [InlineData("id = \"é😀\t語\" fss", "  id = \"é😀 語\" fss", "              ^")]
    [InlineData("id = \"e\u0301\"\r\nfss", "  id = \"e\u0301\"  fss", "            ^")]
    public void The_caret_counts_characters_and_not_units(string text, string shown, string caret)
    {
        Assert.Equal(shown, Caret(text, out var found));
        Assert.Equal(caret, found);
    }

    private static string Refused(string text, string caret, string problem)
    {
        var error = Assert.Throws<InputException>(() => FilterExpression.Parse(text, Generators.Vocabulary));
        Assert.StartsWith($"--where: {problem}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"\n  {caret}", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Message.Split('\n').Length);
        return error.Message;
    }

    private static string Caret(string text, out string caret)
    {
        var lines = Assert.Throws<InputException>(() => FilterExpression.Parse(text, Generators.Vocabulary)).Message.Split('\n');
        caret = lines[2];
        return lines[1];
    }
}
