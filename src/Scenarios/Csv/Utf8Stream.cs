using System.Text.Unicode;

namespace Compare.Scenarios;

/// <summary>Bytes on their way to a reader, known to be UTF-8 before anybody sees them. Holds no more than a character back.</summary>
internal sealed class Utf8Stream(Stream source, string path) : ReadOnlyStream
{
    private const int LongestCharacter = 4;

    private readonly byte[] _held = new byte[LongestCharacter];
    private int _heldCount;
    private long _line = 1;
    private bool _isBegun;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length < 2 * LongestCharacter)
        {
            throw new ArgumentException("a buffer of some characters is needed", nameof(buffer));
        }

        int count;
        int read;
        do
        {
            _held.AsSpan(0, _heldCount).CopyTo(buffer);
            read = ReadSome(buffer[_heldCount..]);
            count = _heldCount + read;

            // At the end nothing can complete a character that has begun: it is shown, and refused.
            _heldCount = read == 0 ? 0 : Unfinished(buffer[..count]);
            count -= _heldCount;
            buffer.Slice(count, _heldCount).CopyTo(_held);
        }
        while (count == 0 && read > 0);

        Check(buffer[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>How many bytes at the end are the beginning of a character.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestCharacter && back <= bytes.Length; back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
            {
                return 0;
            }

            if (value >= 0xC0)
            {
                var length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }
        }

        return 0;
    }

    /// <summary>At least as much as a byte order mark has, unless the end comes first.</summary>
    private int ReadSome(Span<byte> buffer)
    {
        try
        {
            return source.ReadAtLeast(buffer, LongestCharacter, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputLocation(path), $"cannot be read: {e.Message}", e);
        }
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if (!_isBegun && bytes.Length > 0)
        {
            _isBegun = true;
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            {
                throw new InputException(new InputLocation(path, 1), "found UTF-16, expected UTF-8");
            }
        }

        if (Utf8.IsValid(bytes))
        {
            _line += bytes.Count((byte)'\n');
            return;
        }

        for (var end = bytes.IndexOf((byte)'\n'); end >= 0 && Utf8.IsValid(bytes[..end]); end = bytes.IndexOf((byte)'\n'))
        {
            bytes = bytes[(end + 1)..];
            _line++;
        }

        throw new InputException(new InputLocation(path, _line), "found bytes that are not UTF-8, expected UTF-8");
    }
}
