namespace Compare.Comparison;

/// <summary>A temporary file that nobody else sees.</summary>
internal static class SpillFile
{
    /// <summary>Opens a new one, gone when it is closed; where the system allows it the name is gone at once, so that no way to end the
    /// program leaves it behind.</summary>
    /// <exception cref="IOException">The temporary directory takes no file.</exception>
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"compare-{Path.GetRandomFileName()}.rows");
        var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}
