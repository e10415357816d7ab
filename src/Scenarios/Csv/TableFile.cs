namespace Compare.Scenarios;

/// <summary>A table's file: decompressed if its name ends in <c>.gz</c>, and known to be UTF-8.</summary>
internal static class TableFile
{
    /// <summary>Opens a file; its bytes are checked as they are read.</summary>
    /// <exception cref="InputException">There is no such file, or it cannot be read.</exception>
    public static Stream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(new InputLocation(path), "found a directory, expected a file");
        }

        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
            return new Utf8Stream(path.EndsWith(".gz", StringComparison.Ordinal) ? new WholeGzipStream(file, path) : file, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(new InputLocation(path), "no such file", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw new InputException(new InputLocation(path), $"cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a file whole, so that damage anywhere in it comes before any other error.</summary>
    /// <exception cref="InputException">There is no such file, it cannot be read, is damaged or is not UTF-8.</exception>
    public static byte[] Read(string path)
    {
        using var file = Open(path);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
