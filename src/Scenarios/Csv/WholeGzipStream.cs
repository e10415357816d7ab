using System.IO.Compression;

namespace Compare.Scenarios;

/// <summary>A gzip file of one member, decompressed on the way; one that ends early is an error and not a short table.</summary>
/// <remarks><see cref="GZipStream"/> takes the end of the input for the end of the data wherever it comes; only the length that a gzip
/// file ends with (RFC 1952, ISIZE) tells that it is whole.</remarks>
internal sealed class WholeGzipStream(FileStream file, string path) : ReadOnlyStream
{
    private readonly uint _expected = LengthAtEnd(file, path);
    private readonly GZipStream _plain = new(file, CompressionMode.Decompress);
    private long _count;

    public override int Read(Span<byte> buffer)
    {
        if (file.Length == 0)
        {
            return 0;
        }

        try
        {
            var read = _plain.Read(buffer);
            _count += read;
            if (_count > InputLimits.DecompressedBytes)
            {
                throw new InputException(
                    new InputLocation(path), $"found more than {InputLimits.DecompressedBytes} bytes when decompressed, expected at most that many");
            }

            return read > 0 || unchecked((uint)_count) == _expected
                ? read
                : throw new InvalidDataException("the length at the end is not that of the data");
        }
        catch (InvalidDataException e)
        {
            throw new InputException(new InputLocation(path), "found damaged or incomplete data, expected a whole gzip file of one member", e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _plain.Dispose();
        }

        base.Dispose(disposing);
    }

    private static uint LengthAtEnd(FileStream file, string path)
    {
        if (!file.CanSeek)
        {
            throw new InputException(new InputLocation(path), "found a pipe or device, expected a file where the name ends in .gz");
        }

        if (file.Length < 18)
        {
            return uint.MaxValue;
        }

        file.Seek(-4, SeekOrigin.End);
        Span<byte> length = stackalloc byte[4];
        file.ReadExactly(length);
        file.Seek(0, SeekOrigin.Begin);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(length);
    }
}
