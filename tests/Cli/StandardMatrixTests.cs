using System.IO.Compression;

namespace Compare.Tests.Cli;

/// <summary>The complete standard matrix as real kernels ran it is, byte for byte, the table that <c>compare run</c> writes.</summary>
public sealed class StandardMatrixTests : IDisposable
{
    private const string End = "-standard.csv.gz";

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Files
        => [.. Directory.GetFiles(RepositoryRoot.File("tests/Observations"), $"v*{End}").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Every_predicate_was_recorded_on_every_kernel()
        => Assert.Equal(
            from kernel in Kernels.Observed from strategy in Shipped.All select $"{kernel.Name}-{strategy.Name}",
            Files.Select(row => row.Data[..^End.Length]).OrderBy(name => Kernels.Observed.ToList().FindIndex(kernel => name.StartsWith(kernel.Name + "-", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_real_kernel_did_is_what_the_model_says(string name)
    {
        var words = name[..^End.Length].Split('-');
        CommandLine.Done("run", "--kernel", words[0], "--strategy", words[1], "--out", _directory["."]);
        using var file = new GZipStream(File.OpenRead(RepositoryRoot.File(Path.Combine("tests/Observations", name))), CompressionMode.Decompress);
        using var observed = new MemoryStream();
        file.CopyTo(observed);
        Assert.Equal(9_721, observed.ToArray().Count(value => value == '\n'));
        Assert.True(observed.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(_directory["outcomes.csv"])), $"{name} is not the table that compare run writes");
    }
}
