namespace Compare.Reports;

/// <summary>A file under its temporary name, and what it takes to put it in its place or to take it back.</summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly string _old;
    private FileStream? _stream;
    private bool _isInPlace;

    public PendingFile(string path)
    {
        _path = path;
        try
        {
            var file = new FileInfo(path);
            Target = (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CannotWrite(e);
        }

        if (path.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(Target))
        {
            throw new InputException(new InputLocation(path), "found a directory, expected the name of a file to write");
        }

        if (Target.StartsWith("/dev/", StringComparison.Ordinal) || Target.StartsWith("/proc/", StringComparison.Ordinal))
        {
            throw new InputException(new InputLocation(path), "found a device or kernel file, expected the name of a file to write");
        }

        var stem = Path.Combine(Path.GetDirectoryName(Target)!, $".{Path.GetFileName(Target)}.{Path.GetRandomFileName()}");
        _temporary = $"{stem}.new";
        _old = $"{stem}.old";
    }

    /// <summary>The place of the file: absolute, symbolic links resolved.</summary>
    public string Target { get; }

    public FileStream Open()
    {
        for (var above = Path.GetDirectoryName(_path); above is { Length: > 0 }; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw new InputException(new InputLocation(_path), $"cannot be written: '{above}' is a file, expected a directory");
            }
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
            return _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Brings the last bytes to the temporary file.</summary>
    /// <exception cref="IOException">They do not fit.</exception>
    public void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }

    /// <summary>Puts the file in its place and keeps what was there.</summary>
    public void Replace()
    {
        // Either way the name leads to a whole file at every moment: the old one or the new one.
        if (File.Exists(Target))
        {
            File.Replace(_temporary, Target, _old);
        }
        else
        {
            File.Move(_temporary, Target);
        }

        _isInPlace = true;
    }

    /// <summary>Undoes <see cref="Replace"/>.</summary>
    public void Restore()
    {
        if (File.Exists(_old))
        {
            File.Move(_old, Target, overwrite: true);
        }
        else if (_isInPlace)
        {
            File.Delete(Target);
        }

        _isInPlace = false;
    }

    /// <summary>Forgets what was there before.</summary>
    public void Finish() => File.Delete(_old);

    /// <summary>Removes the temporary file, also while it is written to.</summary>
    public void Remove() => File.Delete(_temporary);

    public void Dispose()
    {
        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // The disk may be full, and the bytes that the stream still holds are of no use to anybody.
        }
    }

    private InputException CannotWrite(Exception cause)
        => new(new InputLocation(_path), $"cannot be written: {cause.Message}", cause);
}
