using System.Security.Cryptography;
using System.Text;

namespace Compare.Recording;

/// <summary>What a recorded table was made with. Holds no date and no path: the same tools give the same origin.</summary>
/// <param name="Release">The kernel as it names itself, with <c>uname -r</c>.</param>
/// <param name="Image">SHA-256 of the kernel's image.</param>
/// <param name="Qemu">QEMU's version, as it prints it.</param>
/// <param name="Recorder">SHA-256 of the guest program.</param>
public sealed record RecordingOrigin(string Release, string Image, string Qemu, string Recorder)
{
    internal static RecordingOrigin Of(string release, string image, string guest) => new(
        release,
        image,
        Encoding.UTF8.GetString(Tool.Qemu.Run(".", "--version")).Split('\n')[0],
        HashOf(guest));

    internal static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
