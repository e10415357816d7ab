using System.IO.Compression;
using System.Text;

namespace Compare.Recording;

/// <summary>The first file system of a machine: the guest program, what it needs, and its scenarios.</summary>
internal static class Initramfs
{
    private const string Loader = "/lib64/ld-linux-x86-64.so.2";

    /// <summary>Writes it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="guest">The guest program.</param>
    /// <param name="kernel">The kernel that will unpack it.</param>
    /// <param name="scenarios">The scenarios, in the order in which they are to run.</param>
    public static void Write(string path, string guest, KernelImage kernel, IEnumerable<Scenario> scenarios)
    {
        using var file = File.Create(path);
        using var compressed = new GZipStream(file, CompressionLevel.Fastest);
        var archive = new CpioArchive(compressed);
        foreach (var folder in (string[])["proc", "sys", "dev", "mnt"])
        {
            archive.Directory(folder);
        }

        archive.Device("dev/console", 5, 1);
        archive.File("init", File.ReadAllBytes(guest));
        archive.File("sbin/mke2fs", File.ReadAllBytes(Tool.MakeFileSystem.Path));
        if (File.Exists("/etc/mke2fs.conf"))
        {
            archive.File("etc/mke2fs.conf", File.ReadAllBytes("/etc/mke2fs.conf"));
        }

        foreach (var library in LibrariesOf(guest).Union(LibrariesOf(Tool.MakeFileSystem.Path)).Order(StringComparer.Ordinal))
        {
            archive.File(library.TrimStart('/'), File.ReadAllBytes(library));
        }

        archive.Directory("modules");
        for (var i = 0; i < kernel.Modules.Count; i++)
        {
            archive.File(FormattableString.Invariant($"modules/{i:00}-{kernel.Modules[i].Name}.ko"), kernel.Modules[i].Content);
        }

        archive.File("scenarios", Encoding.UTF8.GetBytes(string.Concat(scenarios.Select(scenario => ScenarioText.Print(scenario) + '\n'))));
        archive.Finish();
    }

    /// <summary>What the dynamic loader of this machine would load, itself included.</summary>
    private static IEnumerable<string> LibrariesOf(string program)
        => Encoding.UTF8.GetString(new Tool(Loader, "libc6").Run(".", "--list", program))
            .Split([' ', '\t', '\n'])
            .Where(word => word.StartsWith('/'));
}
