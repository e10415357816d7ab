using System.Text;

namespace Compare.Recording;

/// <summary>What a recorded table was made with. Holds no date and no path: the same tools give the same origin.</summary>
/// <param name="Release">The kernel as it names itself, with <c>uname -r</c>.</param>
/// <param name="Image">SHA-256 of the kernel's image.</param>
/// <param name="Qemu">QEMU's version, as it prints it.</param>
/// <param name="Recorder">SHA-256 of the guest program.</param>
/// <param name="Module">What ext4 was built of; null where the kernel's own was taken.</param>
public sealed record RecordingOrigin(string Release, string Image, string Qemu, string Recorder, ModuleOrigin? Module = null)
{
    internal static RecordingOrigin Of(string release, string image, string guest, ModuleOrigin? module) => new(
        release,
        image,
        Encoding.UTF8.GetString(Tool.Qemu.Run(".", "--version")).Split('\n')[0],
        Fingerprints.OfFile(guest),
        module);
}
