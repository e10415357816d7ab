using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison.Regression;

public sealed class FingerprintTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_predicate_is_known_by_what_it_answers_and_not_by_its_assembly()
    {
        Assert.Equal(Fingerprints.Of(Simulation.Zwisler), Fingerprints.Of(Guest(GuestZwisler.Unchanged(_directory))));
        Assert.NotEqual(Fingerprints.Of(Simulation.Zwisler), Fingerprints.Of(Guest(GuestZwisler.TurnedRound(_directory))));
        Assert.NotEqual(Fingerprints.Of(Simulation.Zwisler), Fingerprints.Of(Guest(GuestZwisler.WithoutWriteTest(_directory))));
    }

    [Fact]
    public void A_whole_handler_is_known_by_its_assembly()
        => Assert.Equal(64, Fingerprints.Of(Examples.Named("lookup-journal")).Length);

    [Fact]
    public void A_profile_is_known_by_its_policies_and_not_by_its_name()
    {
        Assert.Equal(Fingerprints.Of(KernelProfiles.V61), Fingerprints.Of(KernelProfiles.V61 with { Name = "other" }));
        Assert.NotEqual(Fingerprints.Of(KernelProfiles.V61), Fingerprints.Of(KernelProfiles.V61 with { HoleLoad = HoleLoad.PageCachePage }));
    }

    [Fact]
    public void Each_source_has_a_hash() => Assert.NotEqual(Fingerprints.Engine, Fingerprints.Tool);

    [Fact]
    public void The_engine_carries_every_file_of_its_source()
    {
        var root = RepositoryRoot.File("src/Engine");
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .Select(file => $"source/{file}");
        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            typeof(KernelProfile).Assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_matrix_is_known_by_its_scenarios_in_their_order()
    {
        var scenarios = StandardMatrix.Build().Take(3).ToArray();
        Assert.Equal(Hash(scenarios), Hash(scenarios));
        Assert.NotEqual(Hash(scenarios), Hash(scenarios[..2]));
        Assert.NotEqual(Hash(scenarios), Hash([scenarios[1], scenarios[0], scenarios[2]]));
    }

    private static FaultHandler Guest(string path) => Assert.Single(GuestAssembly.Load(path));

    private static string Hash(Scenario[] scenarios)
    {
        using var matrix = new MatrixFingerprint();
        Array.ForEach(scenarios, matrix.Add);
        return matrix.Finish();
    }
}
