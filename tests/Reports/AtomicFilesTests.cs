using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Tests.Reports;

public sealed class AtomicFilesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Nothing_has_its_name_before_the_commit_and_everything_after()
    {
        _directory.Write("b", "old");
        using var files = new AtomicFiles();
        Put(files, "a", "new a");
        Put(files, "b", "new b");
        Assert.False(File.Exists(_directory["a"]));
        Assert.Equal("old", File.ReadAllText(_directory["b"]));
        files.Commit();
        Assert.Equal("new a", File.ReadAllText(_directory["a"]));
        Assert.Equal("new b", File.ReadAllText(_directory["b"]));
        Assert.Equal(["a", "b"], _directory.Names);
    }

    [Fact]
    public void Without_a_commit_everything_is_as_it_was()
    {
        _directory.Write("b", "old");
        using (var files = new AtomicFiles())
        {
            Put(files, "a", "new a");
            Put(files, "b", "new b");
        }

        Assert.Equal(["b"], _directory.Names);
        Assert.Equal("old", File.ReadAllText(_directory["b"]));
    }

    [Fact]
    public void If_one_file_cannot_be_put_in_its_place_none_is()
    {
        _directory.Write("a", "old a");
        using (var files = new AtomicFiles())
        {
            Put(files, "a", "new a");
            Put(files, "b", "new b");
            Put(files, "c", "new c");
            Directory.CreateDirectory(_directory["c"]);
            Assert.ThrowsAny<IOException>(files.Commit);
        }

        Assert.Equal(["a", "c"], _directory.Names);
        Assert.Equal("old a", File.ReadAllText(_directory["a"]));
    }

    [Fact]
    public void A_missing_directory_is_made()
    {
        using var files = new AtomicFiles();
        Put(files, "d/e/a", "text");
        files.Commit();
        Assert.Equal("text", File.ReadAllText(_directory["d/e/a"]));
    }

    [Fact]
    public void A_symbolic_link_is_followed()
    {
        _directory.Write("real", "old");
        File.CreateSymbolicLink(_directory["link"], _directory["real"]);
        using var files = new AtomicFiles();
        Put(files, "link", "new");
        files.Commit();
        Assert.Equal("new", File.ReadAllText(_directory["real"]));
        Assert.NotNull(new FileInfo(_directory["link"]).LinkTarget);
    }

    [Fact]
    public void What_cannot_be_a_file_is_refused_by_its_name()
    {
        Directory.CreateDirectory(_directory["d"]);
        _directory.Write("f", "");
        using var files = new AtomicFiles();
        Put(files, "a", "text");
        foreach (var path in (string[])[_directory["d"], _directory["new/"], _directory["f/a"], "/dev/null", _directory["a"]])
        {
            var error = Assert.Throws<InputException>(() => files.Create(path));
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void After_the_commit_there_is_no_other()
    {
        using var files = new AtomicFiles();
        Put(files, "a", "text");
        files.Commit();
        Assert.Throws<OperationCanceledException>(files.Commit);
        Assert.Throws<OperationCanceledException>(() => files.Create(_directory["b"]));
        Assert.Equal(["a"], _directory.Names);
    }

    [Fact]
    public void A_table_is_compressed_by_its_name()
    {
        using var files = new AtomicFiles();
        using (var writer = new ScenarioTableWriter(files.CreateTable(_directory["t.csv.gz"])))
        {
            writer.Write(ScenarioText.Parse("id=a steps=load"));
        }

        files.Commit();
        Assert.Equal([0x1F, 0x8B], File.ReadAllBytes(_directory["t.csv.gz"])[..2]);
        Assert.Single(ScenarioTable.Read(_directory["t.csv.gz"]).Scenarios);
    }

    private void Put(AtomicFiles files, string name, string text)
    {
        using var writer = new StreamWriter(files.Create(_directory[name]));
        writer.Write(text);
    }
}
