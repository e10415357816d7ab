using System.Globalization;
using System.Text;

namespace Compare.Recording;

/// <summary>Packages of Debian's, as they were fetched and unpacked.</summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class PackageCache(string folder)
{
    /// <summary>Where they are kept.</summary>
    public string Folder { get; } = folder;

    /// <summary>The file of a package, fetched where it is not there.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="version">Its version; none: the newest, or what is there.</param>
    /// <exception cref="IOException">It cannot be fetched.</exception>
    public string Fetch(string package, string? version = null)
    {
        if (Kept() is { } kept)
        {
            return kept;
        }

        Tool.Apt.Run(Folder, "download", version is null ? package : $"{package}={version}");
        return Kept() ?? throw new IOException($"apt-get download {package} left no {package}_*.deb in {Folder}");

        string? Kept() => Directory.EnumerateFiles(Folder, $"{package}_{version?.Replace(":", "%3a", StringComparison.Ordinal) ?? "*"}_*.deb")
            .Concat(version is null ? Directory.EnumerateFiles(Folder, $"{package}_*.deb") : [])
            .Order(StringComparer.Ordinal).LastOrDefault();
    }

    /// <summary>The newest package of a version whose name ends so.</summary>
    /// <param name="start">How its name begins, version included.</param>
    /// <param name="isWanted">Which of those.</param>
    /// <exception cref="InputException">There is none.</exception>
    public string Newest(string start, Func<string, bool> isWanted)
        => Encoding.UTF8.GetString(Tool.AptCache.Run(Folder, "pkgnames", start)).Split('\n').Where(isWanted).MaxBy(Order)
            ?? throw new InputException($"found no package {start}*, expected one; apt-get update tells apt what there is");

    /// <summary>The folder into which a package was unpacked.</summary>
    /// <param name="file">The package's file.</param>
    public string Unpack(string file)
        => Once(Path.GetFileNameWithoutExtension(file), unfinished => Tool.Unpack.Run(Folder, "-x", Path.GetFullPath(file), unfinished));

    /// <summary>A folder that is made once, under another name until it is whole.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fill">Makes what is in it.</param>
    public string Once(string name, Action<string> fill)
    {
        var whole = Path.Combine(Folder, name);
        if (!Directory.Exists(whole))
        {
            using var scratch = new ScratchFolder(Folder);
            var unfinished = Directory.CreateDirectory(Path.Combine(scratch.Path, name)).FullName;
            fill(unfinished);
            Directory.Move(unfinished, whole);
        }

        return whole;
    }

    /// <summary>The numbers of a name as one, so that 6.12.117 comes after 6.12.99.</summary>
    private static long Order(string package) => package.Split('-', '+', '.')
        .Where(part => part.Length is > 0 and < 4 && part.All(char.IsAsciiDigit))
        .Aggregate(0L, (sum, part) => (sum * 1000) + int.Parse(part, CultureInfo.InvariantCulture));
}
