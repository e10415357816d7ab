using System.Diagnostics;

namespace Compare.Reports;

/// <summary>Keeps every other process, and every other thread of this one, from changing a file that is read, changed and replaced.</summary>
/// <remarks>Held on a file beside it, <c>NAME.lock</c>, since the file itself is replaced. The system's lock counts and not that the file
/// exists: one that a killed process leaves is free, and goes with the next lock. Only programs that ask for it are kept out.</remarks>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Waits until nobody else holds the lock. A missing directory is made, and stays.</summary>
    /// <param name="path">The file to be changed, symbolic links resolved; it need not exist.</param>
    /// <param name="patience">How long to wait.</param>
    /// <exception cref="InputException">It was held all the time, or there can be no file beside this one.</exception>
    public static FileLock Take(string path, TimeSpan patience)
    {
        var name = $"{path}.lock";
        var begin = Stopwatch.GetTimestamp();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            while (true)
            {
                try
                {
                    // With these three together .NET makes sure that what it has locked is still the file of this name.
                    return new(new FileStream(
                        name, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose));
                }
                catch (IOException held) when (IsHeld(held))
                {
                    if (Stopwatch.GetElapsedTime(begin) >= patience)
                    {
                        throw new InputException(
                            new InputLocation(path),
                            $"found another process writing it for {patience.TotalSeconds:0} seconds, expected an end; it holds {name}",
                            held);
                    }

                    Thread.Sleep(Pause);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputLocation(path), $"cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Lets the next one go on.</summary>
    public void Dispose() => _stream.Dispose();

    /// <summary>Whether an error is <c>EWOULDBLOCK</c>, of Linux or of macOS: .NET gives the system's number.</summary>
    private static bool IsHeld(IOException error) => error.HResult is 11 or 35;
}
