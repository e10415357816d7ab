using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class FilterParsingTests
{
    private static readonly FilterVocabulary Vocabulary = Generators.Vocabulary;

    private static readonly FilterExpression A = Set("fs", "ro");
    private static readonly FilterExpression B = Set("mount", "dax");
    private static readonly FilterExpression C = Set("thp", "huge");
    private static readonly FilterExpression D = Set("size", "full");

    [Fact]
    public void And_binds_tighter_than_or()
    {
        Parses("fs = ro or mount = dax and thp = huge", Or(A, And(B, C)));
        Parses("fs = ro and mount = dax or thp = huge", Or(And(A, B), C));
        Parses("fs = ro and mount = dax or thp = huge and size = full", Or(And(A, B), And(C, D)));
        Parses("(fs = ro or mount = dax) and thp = huge", And(Or(A, B), C));
    }

    [Fact]
    public void Not_binds_tighter_than_and()
    {
        Parses("not fs = ro and mount = dax", And(Not(A), B));
        Parses("not (fs = ro and mount = dax)", Not(And(A, B)));
        Parses("not fs = ro or not mount = dax", Or(Not(A), Not(B)));
        Parses("not not fs = ro and mount = dax", And(Not(Not(A)), B));
    }

    [Fact]
    public void The_same_operator_twice_is_one_of_three_operands()
    {
        Parses("fs = ro and mount = dax and thp = huge", And(A, B, C));
        Parses("(fs = ro and mount = dax) and thp = huge", And(A, B, C));
        Parses("fs = ro or (mount = dax or (thp = huge))", Or(A, B, C));
        Assert.Equal(And(A, B, C), new AndFilter([And(A, B), C]));
    }

    [Fact]
    public void Equality_membership_and_their_opposites_are_sets()
    {
        Parses("fs = ro", Set("fs", "ro"));
        Parses("fs in (ro)", Set("fs", "ro"));
        Parses("fs != ro", Not(Set("fs", "ro")));
        Parses("fs in (full, ro)", Set("fs", "ro", "full"));
        Parses("fs not in (full, ro)", Not(Set("fs", "ro", "full")));
        Parses("not fs in (full, ro)", Not(Set("fs", "ro", "full")));
        Parses("kernel = v6.1", Set("kernel", "v6.1"));
        Parses("strategy not in (zwisler, v2)", Not(Set("strategy", "v2", "zwisler")));
    }

    [Fact]
    public void A_named_set_is_its_values()
    {
        Parses("access in writes", Set("access", "store", "force", "copyin", "other-store"));
        Parses("access not in writes", Not(Set("access", "store", "force", "copyin", "other-store")));
    }

    [Fact]
    public void A_tilde_is_a_glob()
    {
        Parses("fs ~ no*", new GlobFilter(Vocabulary.Column("fs"), "no*"));
        Parses("fs !~ no*", Not(new GlobFilter(Vocabulary.Column("fs"), "no*")));
        Parses("steps ~ \"load *\"", new GlobFilter(Vocabulary.Column("steps"), "load *"));
    }

    [Theory]
    [InlineData("fs=ro and(mount=dax)")]
    [InlineData("\tfs  =\nro\r\nand mount = dax ")]
    [InlineData("(((fs = ro)) and (mount = \"dax\"))")]
    public void Blanks_and_needless_parentheses_and_quotes_mean_nothing(string text) => Parses(text, And(A, B));

    [Fact]
    public void What_is_quoted_may_hold_anything()
    {
        Parses("steps = \"load store@near\"", Set("steps", "load store@near"));
        Parses("id = \"say \"\"and\"\" (*)\"", Set("id", "say \"and\" (*)"));
        Parses("id in (\"and\", \"\"\"\", a+b@c.d-e_1)", Set("id", "and", "\"", "a+b@c.d-e_1"));
        Parses("id = \"a\nß語\"", Set("id", "a\nß語"));
    }

    [Fact]
    public void Prior_is_steps_or_none()
    {
        Parses("prior = none", Set("prior", "none"));
        Parses("prior = \"load fork\"", Set("prior", "load fork"));
    }

    [Fact]
    public void Only_kernel_and_strategy_use_the_contender()
    {
        foreach (var column in Vocabulary.Columns)
        {
            var expression = FilterExpression.Parse($"not (fs = ro or mount = dax and {column} ~ *)", Vocabulary);
            Assert.Equal(column.Name is "kernel", expression.UsesKernel);
            Assert.Equal(column.Name is "strategy", expression.UsesStrategy);
            Assert.Equal(column.Name is "kernel" or "strategy", expression.UsesContender);
        }
    }

    [Fact]
    public void Every_column_of_a_scenario_may_be_named()
    {
        string[] columns = [.. ScenarioColumns.All, .. ScenarioColumns.Derived];
        Assert.Equal(columns, FilterVocabulary.ScenarioOnly.Columns.Select(column => column.Name));
        Assert.Equal([.. columns, "kernel", "strategy"], Vocabulary.Columns.Select(column => column.Name));
        Assert.Equal(["id", "steps", "prior"], Vocabulary.Columns.Where(column => column.IsOpen).Select(column => column.Name));
    }

    [Fact]
    public void A_tree_that_no_text_can_mean_is_not_made()
    {
        Assert.Throws<ArgumentException>(() => Set("fs"));
        Assert.Throws<ArgumentException>(() => Set("fs", "r0"));
        Assert.Throws<ArgumentException>(() => Set("id", ""));
        Assert.Throws<ArgumentException>(() => Set("prior", "none none"));
        Assert.Throws<ArgumentException>(() => Vocabulary.Column("fss"));
        Assert.Throws<ArgumentException>(() => new GlobFilter(Vocabulary.Column("fs"), "x*"));
        Assert.Throws<ArgumentException>(() => new GlobFilter(Vocabulary.Column("id"), ""));
        Assert.Throws<ArgumentException>(() => new AndFilter([A]));
        Assert.Throws<ArgumentException>(() => FilterExpression.AnyOf([]));
        Assert.Throws<ArgumentException>(() => new FilterVocabulary(["v4.13", "v4.13"], []));
        Assert.Throws<ArgumentException>(() => new FilterVocabulary([], [""]));
    }

    [Fact]
    public void Trees_are_equal_by_column_operator_values_and_order()
    {
        FilterExpression[] different =
        [
            Set("fs", "full"), Set("size", "full"), Set("fs", "ro", "full"), Not(Set("fs", "full")), Not(Not(Set("fs", "full"))),
            new GlobFilter(Vocabulary.Column("fs"), "full"), new GlobFilter(Vocabulary.Column("size"), "full"),
            new GlobFilter(Vocabulary.Column("fs"), "ful*"), And(A, B), And(B, A), Or(A, B), And(A, B, C), And(A, Or(B, C)),
        ];
        foreach (var (number, expression) in different.Index())
        {
            Assert.Equal(number, Array.FindIndex(different, expression.Equals));
        }

        Assert.Equal(Set("fs", "full", "ro", "full"), Set("fs", "ro", "full"));
    }

    [Fact]
    public void One_operand_alone_is_itself()
    {
        Assert.Same(A, FilterExpression.AllOf([A]));
        Assert.Same(A, FilterExpression.AnyOf([A]));
        Assert.Equal(And(A, B), FilterExpression.AllOf([A, B]));
        Assert.Equal(Or(A, B), FilterExpression.AnyOf([A, B]));
    }

    private static void Parses(string text, FilterExpression expected)
    {
        var found = FilterExpression.Parse(text, Vocabulary);
        Assert.Equal(expected, found);
        Assert.Equal(expected.GetHashCode(), found.GetHashCode());
    }

    private static InSetFilter Set(string column, params string[] values) => new(Vocabulary.Column(column), [.. values]);

    private static NotFilter Not(FilterExpression operand) => new NotFilter(operand);

    private static AndFilter And(params FilterExpression[] operands) => new AndFilter([.. operands]);

    private static OrFilter Or(params FilterExpression[] operands) => new OrFilter([.. operands]);
}
