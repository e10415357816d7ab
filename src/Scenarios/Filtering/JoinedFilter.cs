using System.Text;

namespace Compare.Scenarios;

/// <summary>Some conditions joined by the same word.</summary>
public abstract record JoinedFilter : FilterExpression
{
    /// <summary>An operand that is of the same kind gives its operands instead.</summary>
    private protected JoinedFilter(ImmutableArray<FilterExpression> operands)
    {
        if (operands.IsDefault || operands.Length < 2)
        {
            throw new ArgumentException("expected at least two operands", nameof(operands));
        }

        Operands = [.. operands.SelectMany(operand => operand is JoinedFilter same && same.GetType() == GetType() ? same.Operands : [operand])];
        UsesKernel = Operands.Any(operand => operand.UsesKernel);
        UsesStrategy = Operands.Any(operand => operand.UsesStrategy);
        Nesting = Operands.Max(operand => operand.Nesting + (IsInParentheses(operand) ? 1 : 0));
    }

    /// <summary>At least two, in the order in which they are asked and printed, none of the same kind.</summary>
    public ImmutableArray<FilterExpression> Operands { get; }

    /// <summary>The word between two operands.</summary>
    private protected abstract string Word { get; }

    /// <summary>Whether the other one is of the same kind, with equal operands in the same order.</summary>
    /// <param name="other">Another expression.</param>
    public virtual bool Equals(JoinedFilter? other)
        => other is not null && EqualityContract == other.EqualityContract && Operands.AsSpan().SequenceEqual(other.Operands.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Word);
        foreach (var operand in Operands)
        {
            hash.Add(operand);
        }

        return hash.ToHashCode();
    }

    internal sealed override void Append(StringBuilder text)
    {
        for (var i = 0; i < Operands.Length; i++)
        {
            text.Append(i == 0 ? "" : $" {Word} ");
            if (IsInParentheses(Operands[i]))
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

    /// <summary>The other kind binds less.</summary>
    private bool IsInParentheses(FilterExpression operand) => this is AndFilter && operand is OrFilter;
}

/// <summary>Every operand holds: <c>a and b</c>.</summary>
public sealed record AndFilter : JoinedFilter
{
    /// <summary>Makes a conjunction. An operand that is one itself gives its operands instead.</summary>
    /// <param name="operands">At least two, in the order in which they are asked and printed.</param>
    /// <exception cref="ArgumentException">There are fewer, or they are nested too deep.</exception>
    public AndFilter(ImmutableArray<FilterExpression> operands)
        : base(operands)
    {
    }

    private protected override string Word => "and";

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
}

/// <summary>At least one operand holds: <c>a or b</c>.</summary>
public sealed record OrFilter : JoinedFilter
{
    /// <summary>Makes a disjunction. An operand that is one itself gives its operands instead.</summary>
    /// <param name="operands">At least two, in the order in which they are asked and printed.</param>
    /// <exception cref="ArgumentException">There are fewer, or they are nested too deep.</exception>
    public OrFilter(ImmutableArray<FilterExpression> operands)
        : base(operands)
    {
    }

    private protected override string Word => "or";

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
}
