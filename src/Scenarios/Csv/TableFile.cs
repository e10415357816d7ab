namespace Compare.Scenarios;

/// <summary>A table's file: decompressed if its name ends in <c>.gz</c>, and known to be UTF-8.</summary>
public static class TableFile
{
    /// <summary>Opens a file; its bytes are checked as they are read.</summary>
    /// <exception cref="InputException">There is no such file, or it cannot be read.</exception>
    internal static Stream Open(string path)
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

    /// <summary>Reads a small file whole.</summary>
    /// <param name="path">A file of at most <see cref="InputLimits.RowBytes"/> bytes.</param>
    /// <exception cref="InputException">There is no such file, it cannot be read, is not UTF-8 or is longer.</exception>
    public static byte[] ReadSmall(string path)
    {
        using var file = Open(path);
        using var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        while (file.Read(part) is > 0 and var count)
        {
            bytes.Write(part, 0, count);
            if (bytes.Length > InputLimits.RowBytes)
            {
                throw new InputException(new InputLocation(path), $"found more than {InputLimits.RowBytes} bytes, expected at most that many");
            }
        }

        return bytes.ToArray();
    }
}
