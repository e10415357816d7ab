using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Unicode;

namespace Compare.Scenarios;

/// <summary>The bytes of a table: read whole, decompressed if the name ends in <c>.gz</c>, and known to be UTF-8.</summary>
internal static class TableFile
{
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(new InputLocation(path), "found a directory, expected a file");
        }

        byte[] bytes;
        try
        {
            bytes = path.EndsWith(".gz", StringComparison.Ordinal) ? Decompress(path) : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(new InputLocation(path), "no such file", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw new InputException(new InputLocation(path), $"cannot be read: {e.Message}", e);
        }

        CheckEncoding(path, bytes);
        return bytes;
    }

    private static byte[] Decompress(string path)
    {
        var packed = File.ReadAllBytes(path);
        if (packed.Length == 0)
        {
            return packed;
        }

        try
        {
            using var source = new MemoryStream(packed, writable: false);
            using var plain = new MemoryStream(packed.Length * 8);
            using (var gzip = new GZipStream(source, CompressionMode.Decompress))
            {
                gzip.CopyTo(plain);
            }

            // GZipStream takes the end of the input for the end of the data wherever it comes; only the length that a gzip file ends
            // with (RFC 1952, ISIZE) tells that it is whole.
            return packed.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan()[^4..]) == (ulong)plain.Length
                ? plain.ToArray()
                : throw new InvalidDataException("the length at the end is not that of the data");
        }
        catch (InvalidDataException e)
        {
            throw new InputException(new InputLocation(path), "found damaged or incomplete data, expected a whole gzip file of one member", e);
        }
    }

    private static void CheckEncoding(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new InputException(new InputLocation(path, 1), "found UTF-16, expected UTF-8");
        }

        if (Utf8.IsValid(bytes))
        {
            return;
        }

        var line = 1;
        var rest = bytes.AsSpan();
        for (var end = rest.IndexOf((byte)'\n'); end >= 0 && Utf8.IsValid(rest[..end]); end = rest.IndexOf((byte)'\n'))
        {
            rest = rest[(end + 1)..];
            line++;
        }

        throw new InputException(new InputLocation(path, line), "found bytes that are not UTF-8, expected UTF-8");
    }
}
