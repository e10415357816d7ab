using Compare.Recording;
using Compare.Scenarios;

namespace Compare.Tests;

public sealed class RecordedTablesTests : IDisposable
{
    private static readonly RecordingOrigin Origin = new("6.1.0-1", "ab", "QEMU 7", "cd");

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Each_table_of_a_folder_has_its_entry()
    {
        Write("a.csv", Origin);
        Write("b.csv", Origin with { Image = "ef" });
        var tables = RecordedTables.Beside(_directory["a.csv"]);
        tables.RequireSame(_directory["a.csv"], "ab", null);
        tables.RequireSame(_directory["b.csv"], "ef", null);
        Assert.Equal(["a.csv", "b.csv", "run.json"], Directory.GetFiles(_directory["."]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_of_another_kernel_is_not_gone_on_with()
    {
        Write("a.csv", Origin);
        var tables = RecordedTables.Beside(_directory["a.csv"]);
        var other = Assert.Throws<InputException>(() => tables.RequireSame(_directory["a.csv"], "ef", null));
        Assert.EndsWith("run.json: found that the kernel with image ab recorded a.csv, expected the same to go on with, not ef", other.Message, StringComparison.Ordinal);
        var unknown = Assert.Throws<InputException>(() => tables.RequireSame(_directory["b.csv"], "ab", null));
        Assert.Contains("run.json: found nothing about b.csv", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"engine\": \"ab\"}")]
    [InlineData("{\"a.csv\": {\"image\": 1}}")]
    [InlineData("{\"a.csv\": {\"image\": \"x\"}, \"a.csv\": 1}")]
    public void A_file_that_tells_of_something_else_is_left_alone(string text)
    {
        _directory.Write("run.json", text);
        Assert.Throws<InputException>(() => RecordedTables.Beside(_directory["a.csv"]));
        Assert.Equal(text, File.ReadAllText(_directory["run.json"]));
    }

    [Fact]
    public void The_name_of_a_table_of_run_is_refused()
        => Assert.Throws<InputException>(() => RecordedTables.Beside(_directory["outcomes.csv"]));

    private void Write(string name, RecordingOrigin origin)
    {
        _directory.Write(name, "x");
        using var file = new MemoryStream();
        var tables = RecordedTables.Beside(_directory[name]);
        tables.Write(_directory[name], origin, "12", file);
        File.WriteAllBytes(tables.Path, file.ToArray());
    }
}
