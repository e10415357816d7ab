using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A group of observed values that is counted together.</summary>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="RowKind">Kind of row: the letters that the id begins with, where digits follow; else <c>other</c>.</param>
public readonly record struct AgreementKey(string Kernel, string Strategy, string RowKind) : IComparable<AgreementKey>
{
    /// <summary>The group of a row.</summary>
    /// <param name="row">An observed row.</param>
    public static AgreementKey Of(OutcomeRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var id = row.Scenario.Id;
        var letters = 0;
        while (letters < id.Length && char.IsAsciiLetter(id[letters]))
        {
            letters++;
        }

        var shaped = letters > 0 && letters < id.Length && id.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0;
        return new(row.Kernel, row.Strategy, shaped ? id[..letters] : "other");
    }

    /// <inheritdoc/>
    public int CompareTo(AgreementKey other)
    {
        var order = string.CompareOrdinal(Kernel, other.Kernel);
        if (order == 0)
        {
            order = string.CompareOrdinal(Strategy, other.Strategy);
        }

        return order != 0 ? order : string.CompareOrdinal(RowKind, other.RowKind);
    }

    /// <summary>Ordinal order.</summary>
    public static bool operator <(AgreementKey left, AgreementKey right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(AgreementKey left, AgreementKey right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(AgreementKey left, AgreementKey right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(AgreementKey left, AgreementKey right) => left.CompareTo(right) >= 0;
}
