using System.Globalization;
using System.Text;

namespace Compare.Recording;

/// <summary>A kernel that can be started.</summary>
/// <param name="Image">The file of the kernel.</param>
/// <param name="Modules">Names and bytes of the modules that it needs, in the order in which they are loaded.</param>
internal sealed record KernelImage(string Image, IReadOnlyList<(string Name, byte[] Content)> Modules)
{
    /// <summary>What stands before a version of Debian's.</summary>
    private const string Debian = "debian:";

    /// <summary>In the order of what needs what; one that is absent is part of the image.</summary>
    private static readonly string[] Needed =
        ["crc16", "crc32c_generic", "libcrc32c", "mbcache", "jbd2", "ext4", "libnvdimm", "nd_btt", "nd_pmem", "nd_e820"];

    /// <summary>The tools beyond those that every recording needs.</summary>
    /// <param name="name">What the user names.</param>
    public static IEnumerable<Tool> ToolsFor(string name) => name.StartsWith(Debian, StringComparison.Ordinal)
        ? [Tool.Unpack, Tool.Apt, Tool.AptCache]
        : name.EndsWith(".deb", StringComparison.Ordinal) ? [Tool.Unpack] : [];

    /// <summary>Finds, fetches and unpacks a kernel.</summary>
    /// <param name="name">A <c>.deb</c>, a folder that one was unpacked into, or <c>debian:</c> with a version, as in <c>debian:6.1</c>.</param>
    /// <param name="cache">Where to keep what is fetched and unpacked.</param>
    /// <exception cref="InputException">There is no kernel.</exception>
    public static KernelImage Of(string name, string cache)
    {
        if (name.StartsWith(Debian, StringComparison.Ordinal))
        {
            return Of(Fetch(name[Debian.Length..], cache), cache);
        }

        if (Directory.Exists(name))
        {
            return OfFolder(name);
        }

        if (!File.Exists(name) || !name.EndsWith(".deb", StringComparison.Ordinal))
        {
            throw new InputException($"found no kernel {Problem.Quote(name)}, expected a .deb file, a folder that one was unpacked into, debian:6.1 or debian:6.12");
        }

        var folder = Path.Combine(cache, Path.GetFileNameWithoutExtension(name));
        if (!Directory.Exists(folder))
        {
            // Under another name until it is whole.
            var unfinished = Directory.CreateDirectory($"{folder}.{Environment.ProcessId}").FullName;
            Tool.Unpack.Run(cache, "-x", Path.GetFullPath(name), unfinished);
            Directory.Move(unfinished, folder);
        }

        return OfFolder(folder);
    }

    private static KernelImage OfFolder(string folder)
    {
        string[] images = [.. Directory.EnumerateFiles(folder, "vmlinuz*", Options)];
        if (images.Length != 1)
        {
            throw new InputException(new InputLocation(folder), $"found {images.Length} files vmlinuz*, expected one");
        }

        var files = Directory.EnumerateFiles(folder, "*.ko*", Options).ToLookup(file => Path.GetFileName(file).Split('.')[0]);
        return new KernelImage(images[0], [.. Needed.Where(files.Contains).Select(module => (module, Read(files[module].First())))]);
    }

    /// <summary>The numbers of a name as one, so that 6.12.117 comes after 6.12.99.</summary>
    private static long Order(string package) => package.Split('-', '+', '.')
        .Where(part => part.Length is > 0 and < 4 && part.All(char.IsAsciiDigit))
        .Aggregate(0L, (sum, part) => (sum * 1000) + int.Parse(part, CultureInfo.InvariantCulture));

    private static EnumerationOptions Options => new() { RecurseSubdirectories = true };

    private static byte[] Read(string module)
        => module.EndsWith(".xz", StringComparison.Ordinal) ? Tool.Xz.Run(".", "-dc", Path.GetFullPath(module)) : File.ReadAllBytes(module);

    /// <summary>The newest cloud image of a version, which is a third of the full one and gives the same rows.</summary>
    private static string Fetch(string version, string cache)
    {
        if (version.Length == 0 || version.Any(letter => !char.IsAsciiDigit(letter) && letter != '.'))
        {
            throw new InputException($"found the version {Problem.Quote(version)}, expected one as in debian:6.1");
        }

        string[] packages =
        [
            .. Encoding.UTF8.GetString(Tool.AptCache.Run(cache, "pkgnames", $"linux-image-{version}.")).Split('\n')
                .Where(package => package.EndsWith("-cloud-amd64", StringComparison.Ordinal)),
        ];
        if (packages.Length == 0)
        {
            throw new InputException($"found no package linux-image-{version}.*-cloud-amd64, expected one; apt-get update tells apt what there is");
        }

        var newest = packages.MaxBy(Order)!;
        if (Kept(newest) is not { } file)
        {
            Tool.Apt.Run(cache, "download", newest);
            file = Kept(newest)!;
        }

        return file;

        string? Kept(string package) => Directory.EnumerateFiles(cache, $"{package}_*.deb").Order(StringComparer.Ordinal).LastOrDefault();
    }
}
