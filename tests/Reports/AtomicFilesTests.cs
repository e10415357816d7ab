using System.Runtime.Versioning;
using System.Security.Cryptography;
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
    [UnsupportedOSPlatform("windows")]
    public void The_mode_of_what_is_replaced_stays_and_is_that_of_the_temporary_file_too()
    {
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        const UnixFileMode Everybody = Own | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(_directory.Write("secret", "old"), Own);
        File.SetUnixFileMode(_directory.Write("open", "old"), Everybody);
        using var files = new AtomicFiles();
        Put(files, "secret", "new");
        Put(files, "open", "new");
        var temporary = Assert.Single(_directory.Names, name => name.StartsWith(".secret.", StringComparison.Ordinal));
        Assert.Equal(Own, File.GetUnixFileMode(_directory[temporary]));
        files.Commit();
        Assert.Equal("new", File.ReadAllText(_directory["secret"]));
        Assert.Equal(Own, File.GetUnixFileMode(_directory["secret"]));
        Assert.Equal(Everybody, File.GetUnixFileMode(_directory["open"]));
    }

    [Fact]
    public void A_renaming_that_fails_leaves_nothing_behind()
    {
        _directory.Write("a", "old a");
        _directory.Write("b", "old b");
        using (var files = new AtomicFiles())
        {
            Put(files, "a", "new a");
            Put(files, "b", "new b");
            var temporary = Assert.Single(_directory.Names, name => name.StartsWith(".b.", StringComparison.Ordinal));

            // Half of the replacement is done: what is there has its second name, and then the renaming fails.
            Assert.Equal("", Shell.Run(_directory, $"ln b '{Path.ChangeExtension(temporary, ".old")}'"));
            File.Delete(_directory[temporary]);
            Assert.ThrowsAny<IOException>(files.Commit);
        }

        Assert.Equal(["a", "b"], _directory.Names);
        Assert.Equal("old a", File.ReadAllText(_directory["a"]));
        Assert.Equal("old b", File.ReadAllText(_directory["b"]));
    }

    [Fact]
    public void What_a_killed_process_left_goes_and_nothing_else()
    {
        var writer = Path.GetFileName(TemporaryNames.Next(_directory["a"])).Split('-');
        var ended = Shell.Run(_directory, "sh -c 'echo $$'");
        string[] stale = [Named(ended, writer[2]) + ".new", Named(ended, writer[2]) + ".old", Named(writer[1], "1000") + ".new"];
        string[] others =
        [
            Named(writer[1], writer[2]) + ".new", Named(ended, writer[2]) + ".txt", Named(ended, "x") + ".new", ".a.b.new",
            ".b" + Named(ended, writer[2])[2..] + ".new", ".a.00000000" + Named(ended, writer[2])[11..] + ".new",
        ];
        foreach (var name in (string[])[.. stale, .. others])
        {
            _directory.Write(name, "left");
        }

        using (var files = new AtomicFiles())
        {
            Put(files, "a", "text");
            files.Commit();
        }

        Assert.Equal(others.Append("a").Order(StringComparer.Ordinal), _directory.Names);

        string Named(string process, string since) => $"{writer[0]}-{process}-{since}-7";
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_in_the_file()
    {
        using var files = new AtomicFiles();
        Put(files, "a", "text");
        using (var writer = new StreamWriter(files.CreateTable(_directory["t.gz"])))
        {
            writer.Write("text");
        }

        files.Commit();
        foreach (var path in (string[])[_directory["a"], _directory["t.gz"]])
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), files.HashOf(path));
        }
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
