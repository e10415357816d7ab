using System.Text;

namespace Compare.Scenarios;

/// <summary>A condition on a scenario, and perhaps on the kernel and the strategy that run it. Immutable, equal by structure.</summary>
/// <remarks>
/// <para>The language: <c>COLUMN = value</c>, <c>COLUMN in (a, b)</c>, <c>COLUMN in WORD</c> with a word of <see cref="WordSets"/>,
/// <c>COLUMN ~ glob</c>, and their opposites <c>!=</c>, <c>not in</c>, <c>!~</c>, joined by <c>not</c>, <c>and</c>, <c>or</c> (which bind
/// in this order) and parentheses. A value with other characters than ASCII letters, digits and <c>_ - @ . +</c>, or one that is a keyword,
/// stands in double quotes, a quote in it doubled.</para>
/// <para>There is one tree for one meaning of a text: <c>x = a</c> is a set of one value, an opposite is a <see cref="NotFilter"/>, a word
/// is its values, and <c>and</c> within <c>and</c> is flat. Printing is canonical, and parsing the print gives an equal tree.</para>
/// </remarks>
public abstract record FilterExpression
{
    /// <summary>How deep <c>not</c> and parentheses may be nested.</summary>
    public const int MaxNesting = 200;

    private protected FilterExpression()
    {
    }

    /// <summary>Whether column <c>kernel</c> is named.</summary>
    public bool UsesKernel { get; private protected init; }

    /// <summary>Whether column <c>strategy</c> is named.</summary>
    public bool UsesStrategy { get; private protected init; }

    /// <summary>Whether the kernel or the strategy is named; without them the scenario alone decides.</summary>
    public bool UsesContender => UsesKernel || UsesStrategy;

    /// <summary>How many <c>not</c> and parentheses are around the innermost condition of the print.</summary>
    internal int Nesting
    {
        get;
        private protected init => field = value <= MaxNesting
            ? value
            : throw new ArgumentException($"found {value} levels of 'not' and parentheses, expected at most {MaxNesting}");
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <param name="vocabulary">The columns that may be named.</param>
    /// <param name="source">What to call the text in an error message.</param>
    /// <exception cref="InputException">The text is no expression, or names a column or value that does not exist. The message shows the
    /// text with a caret under the place.</exception>
    public static FilterExpression Parse(string text, FilterVocabulary vocabulary, string source = "--where")
        => new FilterParser(text, vocabulary, source).Parse();

    /// <summary>The conjunction of some expressions: <see cref="AndFilter"/>, or the only one of them.</summary>
    /// <param name="operands">At least one expression.</param>
    /// <exception cref="ArgumentException">There is none: the language has no word for what always holds.</exception>
    public static FilterExpression AllOf(ImmutableArray<FilterExpression> operands)
        => operands is [var only] ? only : new AndFilter(operands);

    /// <summary>The disjunction of some expressions: <see cref="OrFilter"/>, or the only one of them.</summary>
    /// <param name="operands">At least one expression.</param>
    /// <exception cref="ArgumentException">There is none: the language has no word for what never holds.</exception>
    public static FilterExpression AnyOf(ImmutableArray<FilterExpression> operands)
        => operands is [var only] ? only : new OrFilter(operands);

    /// <summary>Whether the expression holds. Allocates nothing.</summary>
    /// <param name="subject">The scenario, with the kernel and the strategy where the expression names them.</param>
    /// <exception cref="ArgumentException">The expression names the kernel or the strategy, and the subject has none.</exception>
    public bool Matches(in FilterSubject subject)
    {
        if ((UsesKernel && subject.Kernel is null) || (UsesStrategy && subject.Strategy is null))
        {
            throw new ArgumentException($"'{this}' needs a kernel and a strategy, found a scenario alone", nameof(subject));
        }

        return Holds(in subject);
    }

    /// <summary>The expression as <see cref="Parse"/> reads it, with no parentheses but the necessary ones. A set that has a word of
    /// <see cref="WordSets"/> is printed as that word.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    /// <summary><see cref="Matches"/> of a subject that has what is needed.</summary>
    internal abstract bool Holds(in FilterSubject subject);

    /// <summary>Prints the expression as it stands outside of every other one.</summary>
    internal abstract void Append(StringBuilder text);
}
