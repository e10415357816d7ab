using Compare.Patches;
using Compare.Scenarios;

namespace Compare.Tests.Patches;

public sealed class TreePatchTests : IDisposable
{
    private const string Patch = "--- a/fs/ext4/file.c\n+++ b/fs/ext4/file.c\n@@ -1,3 +1,3 @@\n one\n-two\n+another\n three\n";

    private readonly TemporaryDirectory _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_patch_changes_the_files_of_a_folder()
    {
        var file = _tree["fs/ext4/file.c"];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "one\ntwo\nthree\n");
        TreePatch.Read(_tree.Write("x.patch", Patch)).ApplyTo(_tree["."]);
        Assert.Equal("one\nanother\nthree\n", File.ReadAllText(file));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        var patch = TreePatch.Read(_tree.Write("x.patch", Patch.Replace("fs/ext4", "mm", StringComparison.Ordinal)));
        var problem = Assert.Throws<InputException>(() => patch.ApplyTo(_tree["."]));
        Assert.Contains("found a change of mm/file.c, expected changes of files of fs/ext4 alone", problem.Message, StringComparison.Ordinal);
    }
}
