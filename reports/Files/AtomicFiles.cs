using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Compare.Reports;

/// <summary>Files that appear whole and together: written under temporary names beside their targets, brought to the disk and renamed last,
/// in the order in which they were begun, all or none.</summary>
/// <remarks>Without <see cref="Commit"/>, whether for a failure or an interrupt, the temporary files go and every target stays as it was.
/// A signal that ends the process removes them too. Not for use by several threads, but for the signal.</remarks>
public sealed class AtomicFiles : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly Lock _lock = new();
    private readonly List<PendingFile> _files = [];
    private readonly PosixSignalRegistration[] _registrations;
    private bool _done;

    /// <summary>Begins a set of files, empty at first.</summary>
    public AtomicFiles()
    {
        _registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, _ => Abandon()))];
    }

    /// <summary>Begins a file. A missing directory is made, and stays. A symbolic link is followed. The mode of a file that is replaced
    /// stays.</summary>
    /// <param name="path">The target, new or a file that will be replaced.</param>
    /// <returns>A stream for its bytes, closed by <see cref="Commit"/> at the latest.</returns>
    /// <exception cref="InputException">The target cannot be written, is no regular file, or was begun already.</exception>
    public Stream Create(string path)
    {
        lock (_lock)
        {
            ThrowIfDone();
            var file = new PendingFile(path);
            file.MakeDirectory();
            if (_files.Exists(file.HasPlaceOf))
            {
                throw new InputException(new InputLocation(path), "found as the name of two outputs, expected a file for each");
            }

            var stream = file.Open();
            _files.Add(file);
            return stream;
        }
    }

    /// <summary>Begins a table: as <see cref="Create"/>, compressed if the name ends in <c>.gz</c>.</summary>
    /// <param name="path">The target.</param>
    /// <returns>A stream for plain text, which must be closed before <see cref="Commit"/>.</returns>
    /// <exception cref="InputException">As there.</exception>
    public Stream CreateTable(string path) => Compressed(path, Create(path));

    /// <summary>The hash of a file's bytes: SHA-256, in small hexadecimal digits.</summary>
    /// <param name="path">The target of a file that was begun, as it was named; its stream is closed.</param>
    public string HashOf(string path) => _files.Single(file => file.Name == path).Hash;

    /// <summary>Compresses what is written if the name asks for it.</summary>
    /// <param name="path">The name of the file; <c>.gz</c> at its end asks for gzip.</param>
    /// <param name="destination">Where the bytes go. Closed with the stream that is given back.</param>
    /// <returns>A stream to write plain text to. The bytes depend on the text alone: a gzip header here holds no name and no time.</returns>
    public static Stream Compressed(string path, Stream destination)
        => path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(destination, CompressionLevel.Optimal) : destination;

    /// <summary>Puts every file in its place. If one cannot be, none is.</summary>
    /// <exception cref="IOException">A file could not be written, brought to the disk or renamed; the targets are as they were.</exception>
    /// <exception cref="OperationCanceledException">A signal came first; the targets are as they were.</exception>
    public void Commit()
    {
        lock (_lock)
        {
            ThrowIfDone();
            try
            {
                foreach (var file in _files)
                {
                    file.Close();
                }

                foreach (var file in _files)
                {
                    file.Replace();
                }

                foreach (var directory in _files.Select(file => file.Directory).Distinct())
                {
                    SystemCalls.FlushDirectory(directory);
                }
            }
            catch
            {
                for (var i = _files.Count - 1; i >= 0; i--)
                {
                    _files[i].Restore();
                }

                Remove();
                throw;
            }

            foreach (var file in _files)
            {
                file.Finish();
            }

            _done = true;
        }
    }

    /// <summary>Removes the temporary files unless they are in their places.</summary>
    public void Dispose()
    {
        Abandon();
        foreach (var file in _files)
        {
            file.Dispose();
        }

        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Abandon()
    {
        lock (_lock)
        {
            if (!_done)
            {
                Remove();
            }
        }
    }

    private void Remove()
    {
        foreach (var file in _files)
        {
            file.Remove();
        }

        _done = true;
    }

    private void ThrowIfDone()
    {
        if (_done)
        {
            throw new OperationCanceledException("the files were committed or abandoned before");
        }
    }
}
