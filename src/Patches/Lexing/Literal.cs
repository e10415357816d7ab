using System.Globalization;

namespace Compare.Patches;

/// <summary>Integers as C writes them.</summary>
internal static class Literal
{
    /// <summary>Reads a number or a character.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The value with its suffixes; a value beyond 63 bits is unsigned.</returns>
    /// <exception cref="InputException">It is no integer that fits in 64 bits.</exception>
    public static (long Value, bool IsUnsigned, bool IsLong) Read(Token token)
    {
        if (token.Kind == TokenKind.Character)
        {
            return (Character(token), false, false);
        }

        var digits = token.Text.TrimEnd('u', 'U', 'l', 'L');
        var suffix = token.Text[digits.Length..].ToUpperInvariant();
        var (start, numberBase) = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? (2, 16) : digits is ['0', _, ..] ? (1, 8) : (0, 10);
        var value = 0UL;
        foreach (var digit in digits.AsSpan(start))
        {
            var number = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : numberBase;
            if (number >= numberBase || value > (ulong.MaxValue - (ulong)number) / (ulong)numberBase)
            {
                throw Error(token);
            }

            value = (value * (ulong)numberBase) + (ulong)number;
        }

        if (suffix is not ("" or "U" or "L" or "UL" or "LU" or "LL" or "ULL" or "LLU") || digits.Length == start)
        {
            throw Error(token);
        }

        var isUnsigned = suffix.Contains('U', StringComparison.Ordinal) || value > long.MaxValue
            || (numberBase != 10 && value is > int.MaxValue and <= uint.MaxValue && !suffix.Contains('L', StringComparison.Ordinal));
        var isLong = suffix.Contains('L', StringComparison.Ordinal) || value > (isUnsigned ? uint.MaxValue : int.MaxValue);
        return ((long)value, isUnsigned, isLong);
    }

    private static long Character(Token token) => token.Text[1..^1] switch
    {
        [var c] when c != '\\' => c,
        "\\n" => '\n',
        "\\t" => '\t',
        "\\0" => 0,
        "\\\\" => '\\',
        "\\'" => '\'',
        _ => throw Error(token),
    };

    private static InputException Error(Token token) => token.Error(string.Create(
        CultureInfo.InvariantCulture, $"found {token.Shown}, expected an integer of at most 64 bits"));
}
