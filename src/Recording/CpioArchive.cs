using System.Globalization;
using System.Text;

namespace Compare.Recording;

/// <summary>Writes an archive as the kernel unpacks it at its start: cpio, format <c>newc</c>. The bytes depend on the entries alone.</summary>
/// <param name="destination">Where it goes; stays open.</param>
internal sealed class CpioArchive(Stream destination)
{
    private const int DirectoryMode = 0x41ed;
    private const int ProgramMode = 0x81ed;
    private const int DeviceMode = 0x2180;
    private const int HeaderLength = 110;
    private const int Alignment = 4;

    private readonly HashSet<string> _directories = new(StringComparer.Ordinal);
    private int _entries;

    /// <summary>Adds a file that can be run, and the directories above it.</summary>
    /// <param name="name">Its path, without a slash before it.</param>
    /// <param name="content">Its bytes.</param>
    public void File(string name, ReadOnlySpan<byte> content)
    {
        Above(name);
        Entry(name, ProgramMode, content);
    }

    /// <summary>Adds a directory, and those above it, each once.</summary>
    /// <param name="name">Its path, without a slash before it.</param>
    public void Directory(string name)
    {
        if (_directories.Add(name))
        {
            Above(name);
            Entry(name, DirectoryMode, []);
        }
    }

    /// <summary>Adds a character device.</summary>
    /// <param name="name">Its path, without a slash before it.</param>
    /// <param name="major">Its major number.</param>
    /// <param name="minor">Its minor number.</param>
    public void Device(string name, int major, int minor)
    {
        Above(name);
        Entry(name, DeviceMode, [], major, minor);
    }

    /// <summary>Ends the archive.</summary>
    public void Finish() => Entry("TRAILER!!!", 0, []);

    private void Above(string name)
    {
        if (name.LastIndexOf('/') is > 0 and var end)
        {
            Directory(name[..end]);
        }
    }

    private void Entry(string name, int mode, ReadOnlySpan<byte> content, int major = 0, int minor = 0)
    {
        int[] fields = [++_entries, mode, 0, 0, 1, 0, content.Length, 0, 0, major, minor, name.Length + 1, 0];
        var header = "070701" + string.Concat(fields.Select(field => field.ToString("X8", CultureInfo.InvariantCulture))) + name + '\0';
        destination.Write(Encoding.ASCII.GetBytes(header));
        Pad(HeaderLength + name.Length + 1);
        destination.Write(content);
        Pad(content.Length);
    }

    private void Pad(int length) => destination.Write(new byte[-length & (Alignment - 1)]);
}
