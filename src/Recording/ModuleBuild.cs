using System.Security.Cryptography;
using System.Text;

namespace Compare.Recording;

/// <summary>Builds ext4 as a module of a kernel of Debian's, from its own source with a change.</summary>
/// <param name="packages">What was fetched.</param>
internal sealed class ModuleBuild(PackageCache packages)
{
    private const string Ext4 = "fs/ext4";

    /// <summary>What it needs beside the tools of every recording.</summary>
    public static IReadOnlyList<Tool> Tools { get; } = [Tool.Unpack, Tool.Apt, Tool.AptCache, Tool.Tar, Tool.Make, Tool.Compiler, Tool.Strip];

    /// <summary>Builds it, or takes what was built of the same text before.</summary>
    /// <param name="image">File of the image package, as Debian names it: <c>linux-image-RELEASE_VERSION_amd64.deb</c>.</param>
    /// <param name="edit">Changes the kernel's tree in a folder; <c>fs/ext4</c> alone is there.</param>
    /// <exception cref="InputException">The change does not fit, or what it makes is not built.</exception>
    public (byte[] Content, ModuleOrigin Origin) Build(string image, Action<string> edit)
    {
        if (Path.GetFileNameWithoutExtension(image).Split('_') is not [var name, var version, _] || !name.StartsWith("linux-image-", StringComparison.Ordinal))
        {
            throw new InputException(new InputLocation(image), "found no package of Debian's, expected linux-image-RELEASE_VERSION_amd64.deb, whose source is known");
        }

        var source = $"linux-source-{string.Join('.', version.Split('.').Take(2))}";
        using var scratch = new ScratchFolder(packages.Folder);
        Copy(Path.Combine(Source(source, version), Ext4), Path.Combine(scratch.Path, Ext4));
        edit(scratch.Path);
        var origin = new ModuleOrigin($"{source} {version}", Encoding.UTF8.GetString(Tool.Compiler.Run(".", "--version")).Split('\n')[0], HashOf(scratch.Path));
        var built = Path.Combine(packages.Folder, $"ext4-{HashOf(origin)}.ko");
        if (!File.Exists(built))
        {
            Make(Headers(name["linux-image-".Length..], version), scratch.Path, built);
        }

        return (File.ReadAllBytes(built), origin);
    }

    private static void Make(string headers, string folder, string built)
    {
        try
        {
            Tool.Make.Run(folder, "-s", "-C", headers, $"M={Path.Combine(folder, Ext4)}", "CONFIG_EXT4_KUNIT_TESTS=n", "CONFIG_DEBUG_INFO_BTF_MODULES=", "modules");
        }
        catch (IOException failure)
        {
            var lines = failure.Message.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) || line.Contains("undefined!", StringComparison.Ordinal));
            throw new InputException($"the changed ext4 is not built: {string.Join('\n', lines.Take(10)).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}\n"
                + "A symbol that is undefined! is one that modules may not use; a module parameter address_of_SYMBOL of type ulong is given its address", failure);
        }

        var stripped = Path.Combine(folder, "ext4.ko");
        Tool.Strip.Run(folder, "--strip-debug", "-o", stripped, Path.Combine(folder, Ext4, "ext4.ko"));
        File.Move(stripped, built, overwrite: true);
    }

    private string Source(string package, string version) => packages.Once($"{package}_{version}", unfinished =>
    {
        var unpacked = packages.Unpack(packages.Fetch(package, version));
        Tool.Tar.Run(unfinished, "-xJf", Path.Combine(unpacked, "usr/src", $"{package}.tar.xz"), "--strip-components=1", $"{package}/{Ext4}");
    });

    /// <summary>The headers with all that they name, in one tree; the paths in their makefile lead into it.</summary>
    private string Headers(string release, string version)
    {
        var package = $"linux-headers-{release}";
        var whole = packages.Once($"{package}_{version}-tree", unfinished =>
        {
            var headers = packages.Fetch(package, version);
            var others = Encoding.UTF8.GetString(Tool.Unpack.Run(".", "-f", Path.GetFullPath(headers), "Depends")).Split(',', '|')
                .Select(word => word.Trim().Split(' ')[0])
                .Where(word => word.StartsWith("linux-headers-", StringComparison.Ordinal) || word.StartsWith("linux-kbuild-", StringComparison.Ordinal)
                    || word.StartsWith("linux-compiler-", StringComparison.Ordinal));
            foreach (var file in others.Select(other => packages.Fetch(other, version)).Prepend(headers))
            {
                Tool.Unpack.Run(".", "-x", Path.GetFullPath(file), unfinished);
            }
        });
        var folder = Path.Combine(whole, "usr/src", package);
        var makefile = Path.Combine(folder, "Makefile");
        File.WriteAllText(makefile, string.Concat(File.ReadAllText(makefile).Split("/usr/src/") is [var before, .., var after]
            ? [before.EndsWith(' ') ? before : "include ", Path.Combine(whole, "usr/src/"), after]
            : []));
        return folder;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Ext4)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string HashOf(ModuleOrigin origin)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{origin.Source}\n{origin.Compiler}\n{origin.Text}")));
}

/// <summary>What a module was built of.</summary>
/// <param name="Source">The source package and its version.</param>
/// <param name="Compiler">The compiler, as it names itself.</param>
/// <param name="Text">SHA-256 of ext4's files with the change.</param>
public sealed record ModuleOrigin(string Source, string Compiler, string Text);
