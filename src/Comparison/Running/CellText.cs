using System.Globalization;

namespace Compare.Comparison;

/// <summary>A cell under construction: the values of the steps with <c>|</c> between them.</summary>
internal sealed class CellText
{
    private char[] _text = new char[64];
    private int _length;

    /// <summary>What stands in the cell so far.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Append(char character)
    {
        if (_length == _text.Length)
        {
            Array.Resize(ref _text, 2 * _text.Length);
        }

        _text[_length++] = character;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        while (_length + text.Length > _text.Length)
        {
            Array.Resize(ref _text, 2 * _text.Length);
        }

        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    public void Append(int value)
    {
        if (value is >= 0 and <= 9)
        {
            Append((char)('0' + value));
            return;
        }

        Span<char> digits = stackalloc char[11];
        value.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
        Append(digits[..written]);
    }
}
