namespace Compare.Patches;

/// <summary>The binary operators of C.</summary>
internal static class Operators
{
    /// <summary>How tightly an operator binds: 1 for <c>||</c> to 10 for <c>*</c>; 0 if the token is none.</summary>
    public static int Precedence(Token token)
        => token.Kind != TokenKind.Punctuator ? 0 : token.Text switch
        {
            "||" => 1,
            "&&" => 2,
            "|" => 3,
            "^" => 4,
            "&" => 5,
            "==" or "!=" => 6,
            "<" or ">" or "<=" or ">=" => 7,
            "<<" or ">>" => 8,
            "+" or "-" => 9,
            "*" or "/" or "%" => 10,
            _ => 0,
        };

    /// <summary>The value of two signed operands, in 64 bits.</summary>
    /// <param name="name">The operator; not one that may leave its right side out.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand; not 0 where it divides.</param>
    public static long Signed(string name, long left, long right) => name switch
    {
        "|" => left | right,
        "^" => left ^ right,
        "&" => left & right,
        "==" => left == right ? 1 : 0,
        "!=" => left != right ? 1 : 0,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "<<" => left << (int)right,
        ">>" => left >> (int)right,
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => right == -1 ? -left : left / right,
        "%" => right == -1 ? 0 : left % right,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such operator."),
    };

    /// <summary>The value of two unsigned operands, in 64 bits.</summary>
    /// <inheritdoc cref="Signed"/>
    public static long Unsigned(string name, long left, long right) => name switch
    {
        "<" => (ulong)left < (ulong)right ? 1 : 0,
        ">" => (ulong)left > (ulong)right ? 1 : 0,
        "<=" => (ulong)left <= (ulong)right ? 1 : 0,
        ">=" => (ulong)left >= (ulong)right ? 1 : 0,
        ">>" => (long)((ulong)left >> (int)right),
        "/" => (long)((ulong)left / (ulong)right),
        "%" => (long)((ulong)left % (ulong)right),
        _ => Signed(name, left, right),
    };
}
