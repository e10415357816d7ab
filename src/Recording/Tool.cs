using System.Diagnostics;
using System.Text;

namespace Compare.Recording;

/// <summary>A program of the machine that recording needs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Package">Debian's package that has it.</param>
internal sealed record Tool(string Name, string Package)
{
    /// <summary>Runs the virtual machines.</summary>
    public static Tool Qemu { get; } = new("qemu-system-x86_64", "qemu-system-x86");

    /// <summary>Has a machine end with the thread that started it, however that ends.</summary>
    public static Tool Bind { get; } = new("setpriv", "util-linux");

    /// <summary>Makes file systems, inside of the machines.</summary>
    public static Tool MakeFileSystem { get; } = new("mke2fs", "e2fsprogs");

    /// <summary>Unpacks kernels.</summary>
    public static Tool Unpack { get; } = new("dpkg-deb", "dpkg");

    /// <summary>Unpacks modules.</summary>
    public static Tool Xz { get; } = new("xz", "xz-utils");

    /// <summary>Fetches kernels.</summary>
    public static Tool Apt { get; } = new("apt-get", "apt");

    /// <summary>Tells which kernels there are.</summary>
    public static Tool AptCache { get; } = new("apt-cache", "apt");

    /// <summary>Links the guest program.</summary>
    public static Tool Linker { get; } = new("gcc", "gcc");

    /// <summary>Compiles a module; the version with which Debian builds its kernels.</summary>
    public static Tool Compiler { get; } = new("gcc-12", "gcc-12");

    /// <summary>Builds a module.</summary>
    public static Tool Make { get; } = new("make", "make");

    /// <summary>Takes out of a module what is for a debugger.</summary>
    public static Tool Strip { get; } = new("strip", "binutils");

    /// <summary>Unpacks the kernel's source.</summary>
    public static Tool Tar { get; } = new("tar", "tar");

    /// <summary>Builds the guest program.</summary>
    public static Tool Dotnet { get; } = new("dotnet", "dotnet-sdk-10.0");

    /// <summary>Where it is.</summary>
    /// <exception cref="InputException">It is nowhere.</exception>
    public string Path => Find() ?? throw new InputException($"found no {Name}, which recording needs; expected it in PATH: apt-get install {Package}");

    /// <summary>Says at once what is missing.</summary>
    /// <param name="tools">What is needed.</param>
    /// <exception cref="InputException">One or more are nowhere.</exception>
    public static void Require(params IReadOnlyList<Tool> tools)
    {
        Tool[] missing = [.. tools.Where(tool => tool.Find() is null)];
        if (missing.Length > 0)
        {
            throw new InputException($"found no {string.Join(", no ", missing.Select(tool => tool.Name))}, which recording needs; "
                + $"expected them in PATH: apt-get install {string.Join(' ', missing.Select(tool => tool.Package).Distinct())}");
        }
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="IOException">It failed.</exception>
    public byte[] Run(string directory, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new IOException($"{Name} {string.Join(' ', arguments)} failed: {errors.Result.Trim()} {Encoding.UTF8.GetString(output.ToArray()).Trim()}");
    }

    private string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Where(folder => folder.Length > 0)
        .SelectMany(folder => (string[])[folder, folder.Replace("/bin", "/sbin", StringComparison.Ordinal)])
        .Select(folder => System.IO.Path.Combine(folder, Name))
        .FirstOrDefault(File.Exists);
}
