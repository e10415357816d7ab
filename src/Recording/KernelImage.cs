namespace Compare.Recording;

/// <summary>A kernel that can be started.</summary>
/// <param name="Image">The file of the kernel.</param>
/// <param name="Modules">Names and bytes of the modules that it needs, in the order in which they are loaded.</param>
internal sealed record KernelImage(string Image, IReadOnlyList<(string Name, byte[] Content)> Modules)
{
    /// <summary>What stands before a version of Debian's.</summary>
    private const string Debian = "debian:";

    private const string Ext4 = "ext4";
    private const string ImageName = "vmlinuz";

    /// <summary>In the order of what needs what; one that is absent is part of the image.</summary>
    private static readonly string[] Needed =
        ["crc16", "crc32c_generic", "libcrc32c", "mbcache", "jbd2", "ext4", "libnvdimm", "nd_btt", "nd_pmem", "nd_e820"];

    /// <summary>The tools beyond those that every recording needs.</summary>
    /// <param name="name">What the user names.</param>
    public static IEnumerable<Tool> ToolsFor(string name) => name.StartsWith(Debian, StringComparison.Ordinal)
        ? [Tool.Unpack, Tool.Apt, Tool.AptCache]
        : name.EndsWith(".deb", StringComparison.Ordinal) ? [Tool.Unpack] : [];

    /// <summary>Finds, fetches and unpacks a kernel.</summary>
    /// <param name="name">A <c>.deb</c>, a folder that one was unpacked into, a file <c>vmlinuz-RELEASE</c> with its modules in <c>lib/modules</c> of the
    /// folder above or beside it, or <c>debian:</c> with a version, as in <c>debian:6.1</c>.</param>
    /// <param name="packages">What was fetched and unpacked.</param>
    /// <param name="edit">Changes the source of its ext4, which is built anew then; none: its own is taken.</param>
    /// <exception cref="InputException">There is no kernel, or its ext4 is not built.</exception>
    public static KernelImage Of(string name, PackageCache packages, Action<string>? edit)
    {
        if (name.StartsWith(Debian, StringComparison.Ordinal))
        {
            return Of(Fetch(name[Debian.Length..], packages, isWhole: edit is not null), packages, edit);
        }

        if (edit is null && File.Exists(name) && Path.GetFileName(name).StartsWith(ImageName, StringComparison.Ordinal))
        {
            return OfImage(name);
        }

        var isPackage = File.Exists(name) && name.EndsWith(".deb", StringComparison.Ordinal);
        if (!isPackage && (edit is not null || !Directory.Exists(name)))
        {
            throw new InputException($"found no kernel {Problem.Quote(name)}, expected a .deb file, {(edit is null ? "a folder that one was unpacked into, a file vmlinuz-RELEASE, " : "")}"
                + $"debian:6.1 or debian:6.12{(edit is null ? "" : ", of which the source is known")}");
        }

        if (!isPackage)
        {
            return OfFolder(name);
        }

        var own = OfFolder(packages.Unpack(name));
        if (edit is null)
        {
            return own;
        }

        if (own.Modules.All(module => module.Name != Ext4))
        {
            throw new InputException(new InputLocation(name), "found an image with ext4 built in, expected one with ext4 as a module: not a -cloud- one");
        }

        var (content, origin) = new ModuleBuild(packages).Build(name, edit);
        return own with { Modules = [.. own.Modules.Select(module => module.Name == Ext4 ? (Ext4, content) : module)], Module = origin };
    }

    /// <summary>What its ext4 was built of; none where it is its own.</summary>
    public ModuleOrigin? Module { get; private init; }

    private static KernelImage OfImage(string image)
    {
        var (release, folder) = (Path.GetFileName(image)[ImageName.Length..].TrimStart('-'), Path.GetDirectoryName(Path.GetFullPath(image))!);
        string[] places = [Path.Combine(folder, "..", "lib/modules", release), Path.Combine(folder, "lib/modules", release), folder];
        return new KernelImage(image, ModulesIn(places.First(Directory.Exists)));
    }

    private static KernelImage OfFolder(string folder)
    {
        string[] images = [.. Directory.EnumerateFiles(folder, ImageName + "*", Options)];
        if (images.Length != 1)
        {
            throw new InputException(new InputLocation(folder), $"found {images.Length} files vmlinuz*, expected one");
        }

        return new KernelImage(images[0], ModulesIn(folder));
    }

    private static (string Name, byte[] Content)[] ModulesIn(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.ko*", Options).ToLookup(file => Path.GetFileName(file).Split('.')[0]);
        return [.. Needed.Where(files.Contains).Select(module => (module, Read(files[module].First())))];
    }

    private static EnumerationOptions Options => new() { RecurseSubdirectories = true };

    private static byte[] Read(string module)
        => module.EndsWith(".xz", StringComparison.Ordinal) ? Tool.Xz.Run(".", "-dc", Path.GetFullPath(module)) : File.ReadAllBytes(module);

    /// <summary>The newest image of a version. The cloud image is a third of the whole one and gives the same rows, but has ext4 built in.</summary>
    private static string Fetch(string version, PackageCache packages, bool isWhole)
    {
        if (version.Length == 0 || version.Any(letter => !char.IsAsciiDigit(letter) && letter != '.'))
        {
            throw new InputException($"found the version {Problem.Quote(version)}, expected one as in debian:6.1");
        }

        return packages.Fetch(packages.Newest($"linux-image-{version}.", package => package.EndsWith("-amd64", StringComparison.Ordinal)
            && package.Contains("-cloud-", StringComparison.Ordinal) != isWhole && !package.Contains("-rt-", StringComparison.Ordinal)));
    }
}
