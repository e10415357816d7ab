namespace Compare.Tests.Cli;

/// <summary>One run of the standard matrix, for the tests that compare others with it.</summary>
public sealed class StandardRun : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public StandardRun()
    {
        Directory = _directory["out"];
        Path = _directory["out/outcomes.csv"];
        Output = CommandLine.Done("run", "--jobs", "2", "--out", Directory);
        Bytes = File.ReadAllBytes(Path);
    }

    public string Directory { get; }

    public string Path { get; }

    public string Output { get; }

    public byte[] Bytes { get; }

    public void Dispose() => _directory.Dispose();
}
