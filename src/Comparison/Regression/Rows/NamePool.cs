using System.Text;

namespace Compare.Comparison;

/// <summary>Numbers for the values of a column, in the order in which they come.</summary>
internal sealed class NamePool
{
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _codes =
        new Dictionary<byte[], int>(ByteTextComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    private readonly List<string> _texts = [];
    private byte[]? _last;
    private int _lastCode;

    /// <summary>How many values there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The number of a value.</summary>
    public int CodeOf(ReadOnlySpan<byte> value)
    {
        if (_last is not null && value.SequenceEqual(_last))
        {
            return _lastCode;
        }

        if (!_codes.TryGetValue(value, out var known, out var code))
        {
            known = value.ToArray();
            code = _texts.Count;
            _texts.Add(Encoding.UTF8.GetString(value));
            _codes.Dictionary.Add(known, code);
        }

        (_last, _lastCode) = (known, code);
        return code;
    }

    /// <summary>The value of a number.</summary>
    public string Text(int code) => _texts[code];
}
