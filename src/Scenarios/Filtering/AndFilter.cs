using System.Collections.Immutable;
using System.Text;

namespace Compare.Scenarios;

/// <summary>Every operand holds: <c>a and b</c>.</summary>
public sealed record AndFilter : FilterExpression
{
    /// <summary>Makes a conjunction. An operand that is one itself gives its operands instead.</summary>
    /// <param name="operands">At least two, in the order in which they are asked and printed.</param>
    /// <exception cref="ArgumentException">There are fewer, or they are nested too deep.</exception>
    public AndFilter(ImmutableArray<FilterExpression> operands)
    {
        Operands = Flatten<AndFilter>(operands, same => same.Operands);
        var nesting = 0;
        foreach (var operand in Operands)
        {
            UsesKernel |= operand.UsesKernel;
            UsesStrategy |= operand.UsesStrategy;
            nesting = Math.Max(nesting, operand.Nesting + (operand is OrFilter ? 1 : 0));
        }

        Nesting = nesting;
    }

    /// <summary>At least two, none of them a conjunction.</summary>
    public ImmutableArray<FilterExpression> Operands { get; }

    /// <summary>Whether the other one has equal operands in the same order.</summary>
    /// <param name="other">Another conjunction.</param>
    public bool Equals(AndFilter? other) => other is not null && Operands.AsSpan().SequenceEqual(other.Operands.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashOf('&', Operands);

    internal override bool Holds(in FilterSubject subject)
    {
        foreach (var operand in Operands)
        {
            if (!operand.Holds(in subject))
            {
                return false;
            }
        }

        return true;
    }

    internal override void Append(StringBuilder text)
    {
        for (var i = 0; i < Operands.Length; i++)
        {
            text.Append(i == 0 ? "" : " and ");
            if (Operands[i] is OrFilter)
            {
                text.Append('(');
                Operands[i].Append(text);
                text.Append(')');
            }
            else
            {
                Operands[i].Append(text);
            }
        }
    }
}
