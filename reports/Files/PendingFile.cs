using System.Security.Cryptography;

namespace Compare.Reports;

/// <summary>A file under its temporary name, and what it takes to put it in its place or to take it back.</summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly string _old;
    private readonly SHA256 _hash = SHA256.Create();
    private FileStream? _file;
    private CryptoStream? _content;
    private bool _isInPlace;

    /// <summary>Names a file.</summary>
    /// <exception cref="InputException">What is there is no regular file, or there can be none.</exception>
    public PendingFile(string path)
    {
        Name = path;
        try
        {
            _target = FileIdentity.Resolve(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CannotWrite(e);
        }

        if (path.EndsWith(Path.DirectorySeparatorChar) || System.IO.Directory.Exists(_target))
        {
            throw new InputException(new InputLocation(path), "found a directory, expected the name of a file to write");
        }

        if (_target.StartsWith("/dev/", StringComparison.Ordinal) || _target.StartsWith("/proc/", StringComparison.Ordinal))
        {
            throw new InputException(new InputLocation(path), "found a device or kernel file, expected the name of a file to write");
        }

        if (FileIdentity.Of(_target) is { IsRegular: false })
        {
            throw new InputException(
                new InputLocation(path), "found a pipe, socket or device, expected the name of a file to write (- is standard output)");
        }

        var stem = TemporaryNames.Next(_target);
        _temporary = stem + TemporaryNames.New;
        _old = stem + TemporaryNames.Old;
    }

    /// <summary>The file as it was named.</summary>
    public string Name { get; }

    /// <summary>The directory where it comes to be: absolute. <see cref="Name"/> may be a symbolic link to a file elsewhere.</summary>
    public string Directory => Path.GetDirectoryName(_target)!;

    /// <summary>The hash of the file's bytes: SHA-256, in small hexadecimal digits.</summary>
    /// <exception cref="CryptographicException">Its stream is not closed yet.</exception>
    public string Hash => Convert.ToHexStringLower(_hash.Hash!);

    /// <summary>Makes the directory if it is missing.</summary>
    public void MakeDirectory()
    {
        for (var above = Path.GetDirectoryName(Name); above is { Length: > 0 }; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw new InputException(new InputLocation(Name), $"cannot be written: '{above}' is a file, expected a directory");
            }
        }

        try
        {
            System.IO.Directory.CreateDirectory(Directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Whether both come to the same place; their directories are there.</summary>
    public bool HasPlaceOf(PendingFile other)
        => Path.GetFileName(_target) == Path.GetFileName(other._target) && FileIdentity.Of(Directory) == FileIdentity.Of(other.Directory);

    /// <summary>Begins the temporary file, which nobody can read who cannot read what is there now, and removes those that killed processes
    /// left.</summary>
    public Stream Open()
    {
        TemporaryNames.Sweep(_target);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 1 << 16,
        };
        try
        {
            if (!OperatingSystem.IsWindows() && File.Exists(_target))
            {
                options.UnixCreateMode = File.GetUnixFileMode(_target);
            }

            _file = new FileStream(_temporary, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }

        return _content = new CryptoStream(_file, _hash, CryptoStreamMode.Write, leaveOpen: true);
    }

    /// <summary>Brings the temporary file to the disk, with the mode of what it replaces.</summary>
    /// <exception cref="IOException">It does not fit.</exception>
    public void Close()
    {
        _content!.Dispose();
        if (!OperatingSystem.IsWindows() && File.Exists(_target)
            && File.GetUnixFileMode(_target) is var mode && mode != File.GetUnixFileMode(_file!.SafeFileHandle))
        {
            File.SetUnixFileMode(_file.SafeFileHandle, mode);
        }

        _file!.Flush(flushToDisk: true);
        _file.Dispose();
    }

    /// <summary>Puts the file in its place and keeps what was there.</summary>
    public void Replace()
    {
        // Either way the name leads to a whole file at every moment: the old one or the new one.
        if (File.Exists(_target))
        {
            File.Replace(_temporary, _target, _old);
        }
        else
        {
            File.Move(_temporary, _target);
        }

        _isInPlace = true;
    }

    /// <summary>Undoes <see cref="Replace"/>, also half of it.</summary>
    public void Restore()
    {
        if (File.Exists(_old))
        {
            // Where both still are names of one file, the system leaves both.
            File.Move(_old, _target, overwrite: true);
            File.Delete(_old);
        }
        else if (_isInPlace)
        {
            File.Delete(_target);
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
            _content?.Dispose();
            _file?.Dispose();
        }
        catch (IOException)
        {
            // The disk may be full, and the bytes that the stream still holds are of no use to anybody.
        }

        _hash.Dispose();
    }

    private InputException CannotWrite(Exception cause)
        => new(new InputLocation(Name), $"cannot be written: {cause.Message}", cause);
}
