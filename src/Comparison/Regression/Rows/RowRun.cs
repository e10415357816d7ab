using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Compare.Comparison;

/// <summary>One sorted run in a file, read row by row through a buffer of its own.</summary>
internal sealed class RowRun(SafeFileHandle file, long start, long end, int fields)
{
    private byte[] _buffer = new byte[1 << 16];
    private long _position = start;
    private int _used;
    private int _filled;

    /// <summary>The current row.</summary>
    public TableRow Row { get; } = new(fields);

    /// <summary>Goes to the next row.</summary>
    public bool Read()
    {
        if (_position == end && _used == _filled)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        Row.Load(Take(length));
        return true;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_filled - _used < count)
        {
            Fill(count);
        }

        _used += count;
        return _buffer.AsSpan(_used - count, count);
    }

    private void Fill(int count)
    {
        var rest = _buffer.AsSpan(_used, _filled - _used);
        if (count > _buffer.Length)
        {
            var larger = new byte[Math.Max(count, 2 * _buffer.Length)];
            rest.CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            rest.CopyTo(_buffer);
        }

        (_used, _filled) = (0, rest.Length);
        while (_filled < count)
        {
            var wanted = (int)Math.Min(_buffer.Length - _filled, end - _position);
            var read = RandomAccess.Read(file, _buffer.AsSpan(_filled, wanted), _position);
            if (read == 0)
            {
                throw new IOException("a temporary file is shorter than what was written to it");
            }

            _filled += read;
            _position += read;
        }
    }
}
