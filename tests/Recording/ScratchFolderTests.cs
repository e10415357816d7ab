using Compare.Recording;

namespace Compare.Tests;

public sealed class ScratchFolderTests : IDisposable
{
    private readonly TemporaryDirectory _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void A_folder_is_there_until_it_is_given_back()
    {
        using (var scratch = new ScratchFolder(_cache["."]))
        {
            File.WriteAllText(Path.Combine(scratch.Path, "a"), "text");
            Assert.Equal(2, Left().Length);
        }

        Assert.Empty(Left());
    }

    [Fact]
    public void What_a_killed_maker_left_is_removed_and_what_one_that_lives_holds_is_not()
    {
        using var alive = new ScratchFolder(_cache["."]);
        var abandoned = Directory.CreateDirectory(Path.Combine(_cache["scratch"], "gone"));
        File.WriteAllText(Path.Combine(abandoned.FullName, "half"), "text");
        File.WriteAllText(abandoned.FullName + ".lock", "");
        ScratchFolder.Sweep(_cache["."]);
        Assert.Equal([Path.GetFileName(alive.Path), Path.GetFileName(alive.Path) + ".lock"], Left());
    }

    private string[] Left() => [.. Directory.EnumerateFileSystemEntries(_cache["scratch"]).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}
