using System.Globalization;
using System.IO.Compression;
using System.Text;
using Compare.Recording;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>What a machine finds when it starts, read as the kernel reads it.</summary>
public sealed class InitramfsTests : IDisposable
{
    private const string Program = "/bin/true";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_machine_finds_the_guest_the_tools_the_modules_in_order_and_its_scenarios()
    {
        Assert.SkipUnless(File.Exists(Program) && IsInPath("mke2fs"), "needs mke2fs of e2fsprogs");
        Scenario[] scenarios = [ScenarioText.Parse("steps=load store"), ScenarioText.Parse("fs=ro steps=copyin")];
        var kernel = new KernelImage("vmlinuz", [("jbd2", "first"u8.ToArray()), ("ext4", "second"u8.ToArray())]);
        Initramfs.Write(_directory["initramfs"], Program, kernel, scenarios);
        Initramfs.Write(_directory["again"], Program, kernel, scenarios);
        Assert.Equal(File.ReadAllBytes(_directory["initramfs"]), File.ReadAllBytes(_directory["again"]));

        var entries = Read(_directory["initramfs"]);
        Assert.Equal(File.ReadAllBytes(Program), entries["init"]);
        Assert.Equal(File.ReadAllBytes(Tool.MakeFileSystem.Path), entries["sbin/mke2fs"]);
        Assert.Equal("first", Encoding.ASCII.GetString(entries["modules/00-jbd2.ko"]));
        Assert.Equal("second", Encoding.ASCII.GetString(entries["modules/01-ext4.ko"]));
        Assert.Equal(string.Concat(scenarios.Select(scenario => ScenarioText.Print(scenario) + "\n")), Encoding.ASCII.GetString(entries["scenarios"]));
        Assert.Contains("lib64/ld-linux-x86-64.so.2", entries.Keys);
        Assert.Contains(entries.Keys, name => name.EndsWith("/libc.so.6", StringComparison.Ordinal));
        Assert.All((string[])["proc", "sys", "dev", "mnt", "modules", "dev/console"], name => Assert.Empty(entries[name]));
    }

    private static bool IsInPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static Dictionary<string, byte[]> Read(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var (all, at) = (bytes.ToArray(), 0);
        var entries = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (true)
        {
            var (length, nameLength) = (Field(6), Field(11));
            var name = Encoding.ASCII.GetString(all, at + 110, nameLength - 1);
            var begin = Aligned(at + 110 + nameLength);
            if (name == "TRAILER!!!")
            {
                return entries;
            }

            entries.Add(name, all[begin..(begin + length)]);
            at = Aligned(begin + length);
        }

        int Field(int number) => int.Parse(Encoding.ASCII.GetString(all, at + 6 + (8 * number), 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

        static int Aligned(int place) => (place + 3) & ~3;
    }
}
