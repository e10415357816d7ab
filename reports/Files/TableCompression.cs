using System.IO.Compression;

namespace Compare.Reports;

/// <summary>Compression by name.</summary>
public static class TableCompression
{
    /// <summary>Compresses what is written if the name asks for it.</summary>
    /// <param name="path">The name of the file; <c>.gz</c> at its end asks for gzip.</param>
    /// <param name="destination">Where the bytes go. Closed with the stream that is given back.</param>
    /// <returns>A stream to write plain text to. The bytes depend on the text alone: a gzip header here holds no name and no time.</returns>
    public static Stream Wrap(string path, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(destination, CompressionLevel.Optimal)
            : destination;
    }
}
