using System.Text;

namespace Compare.Scenarios;

/// <summary>The operand does not hold: <c>not a</c>; of a single condition <c>!=</c>, <c>not in</c> or <c>!~</c>.</summary>
public sealed record NotFilter : FilterExpression
{
    /// <summary>Makes a negation.</summary>
    /// <param name="operand">What must not hold.</param>
    /// <exception cref="ArgumentException">The operand is nested too deep.</exception>
    public NotFilter(FilterExpression operand)
    {
        Operand = operand;
        (UsesKernel, UsesStrategy) = (operand.UsesKernel, operand.UsesStrategy);
        Nesting = operand.Nesting + operand switch
        {
            ColumnFilter => 0,
            JoinedFilter => 2,
            _ => 1,
        };
    }

    /// <summary>What must not hold.</summary>
    public FilterExpression Operand { get; }

    internal override bool Holds(in FilterSubject subject) => !Operand.Holds(in subject);

    internal override void Append(StringBuilder text)
    {
        switch (Operand)
        {
            case ColumnFilter condition:
                condition.Append(text, isNegated: true);
                break;
            case JoinedFilter:
                text.Append("not (");
                Operand.Append(text);
                text.Append(')');
                break;
            default:
                text.Append("not ");
                Operand.Append(text);
                break;
        }
    }
}
