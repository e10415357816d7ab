using System.Collections.Immutable;
using System.Text;

namespace Compare.Scenarios;

/// <summary>At least one operand holds: <c>a or b</c>.</summary>
public sealed record OrFilter : FilterExpression
{
    /// <summary>Makes a disjunction. An operand that is one itself gives its operands instead.</summary>
    /// <param name="operands">At least two, in the order in which they are asked and printed.</param>
    /// <exception cref="ArgumentException">There are fewer, or they are nested too deep.</exception>
    public OrFilter(ImmutableArray<FilterExpression> operands)
    {
        Operands = Flatten<OrFilter>(operands, same => same.Operands);
        var nesting = 0;
        foreach (var operand in Operands)
        {
            UsesKernel |= operand.UsesKernel;
            UsesStrategy |= operand.UsesStrategy;
            nesting = Math.Max(nesting, operand.Nesting);
        }

        Nesting = nesting;
    }

    /// <summary>At least two, none of them a disjunction.</summary>
    public ImmutableArray<FilterExpression> Operands { get; }

    /// <summary>Whether the other one has equal operands in the same order.</summary>
    /// <param name="other">Another disjunction.</param>
    public bool Equals(OrFilter? other) => other is not null && Operands.AsSpan().SequenceEqual(other.Operands.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashOf('|', Operands);

    internal override bool Holds(in FilterSubject subject)
    {
        foreach (var operand in Operands)
        {
            if (operand.Holds(in subject))
            {
                return true;
            }
        }

        return false;
    }

    internal override void Append(StringBuilder text)
    {
        for (var i = 0; i < Operands.Length; i++)
        {
            text.Append(i == 0 ? "" : " or ");
            Operands[i].Append(text);
        }
    }
}
