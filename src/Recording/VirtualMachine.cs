using System.Diagnostics;

namespace Compare.Recording;

/// <summary>A running machine. Its storage is in its memory, so nothing of it is left when it ends.</summary>
internal sealed class VirtualMachine : IDisposable
{
    /// <summary>Emulated: results do not depend on the processor, and acceleration is not everywhere to be had.</summary>
    private static readonly string[] Hardware =
        ["-accel", "tcg", "-cpu", "qemu64,+rdrand", "-m", "2G", "-smp", "1", "-nographic", "-nodefaults", "-no-reboot"];

    /// <summary>768 MiB of memory from 1 GiB on are the storage.</summary>
    private const string CommandLine = "console=ttyS0 quiet memmap=768M!1G panic=-1";

    private readonly Process _process;

    /// <summary>Starts a machine, which ends at the latest with the calling thread.</summary>
    /// <param name="kernel">Its kernel.</param>
    /// <param name="initramfs">Its first file system.</param>
    /// <param name="log">File of the kernel's messages.</param>
    /// <param name="results">File of what the guest program writes.</param>
    public VirtualMachine(KernelImage kernel, string initramfs, string log, string results)
    {
        File.WriteAllBytes(results, []);
        _process = Process.Start(new ProcessStartInfo(
            Tool.Bind.Path,
            ["--pdeathsig", "KILL", "--", Tool.Qemu.Path, .. Hardware, "-kernel", kernel.Image, "-initrd", initramfs, "-append", CommandLine, "-serial", $"file:{log}", "-serial", $"file:{results}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Ends it if it runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }
}
