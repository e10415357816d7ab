namespace Compare.Recording;

/// <summary>A folder for what is needed for a while. Beside it a file is held locked as long as its maker lives, so that whoever comes next can tell
/// what a killed process left and remove it, also in another container.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Extension = ".lock";
    private readonly FileStream _lock;

    /// <summary>Makes a folder.</summary>
    /// <param name="cache">The cache that it is in.</param>
    public ScratchFolder(string cache)
    {
        var all = Directory.CreateDirectory(AllOf(cache)).FullName;
        Path = System.IO.Path.Combine(all, Guid.NewGuid().ToString("N"));
        _lock = new FileStream(Path + Extension, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        Directory.CreateDirectory(Path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Removes what makers left that are gone.</summary>
    /// <param name="cache">The cache.</param>
    public static void Sweep(string cache)
    {
        foreach (var file in Directory.Exists(AllOf(cache)) ? Directory.EnumerateFiles(AllOf(cache), "*" + Extension) : [])
        {
            try
            {
                using var abandoned = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
                Remove(file[..^Extension.Length]);
            }
            catch (IOException)
            {
                // Its maker lives, or another one sweeps.
            }
        }
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        Remove(Path);
        _lock.Dispose();
    }

    private static string AllOf(string cache) => System.IO.Path.Combine(cache, "scratch");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
