using System.Text;
using Compare.Recording;

namespace Compare.Tests;

public sealed class CpioArchiveTests
{
    [Fact]
    public void An_archive_is_what_the_format_newc_says()
    {
        using var bytes = new MemoryStream();
        var archive = new CpioArchive(bytes);
        archive.File("a/b", "hello"u8);
        archive.Device("c", 5, 1);
        archive.Directory("a");
        archive.Finish();
        Assert.Equal(
            Header("00000001", "000041ED", "00000000", "00000000", "00000000", "00000002") + "a\0"
            + Header("00000002", "000081ED", "00000005", "00000000", "00000000", "00000004") + "a/b\0\0\0hello\0\0\0"
            + Header("00000003", "00002180", "00000000", "00000005", "00000001", "00000002") + "c\0"
            + Header("00000004", "00000000", "00000000", "00000000", "00000000", "0000000B") + "TRAILER!!!\0\0\0\0",
            Encoding.ASCII.GetString(bytes.ToArray()));
    }

    private static string Header(string number, string mode, string length, string major, string minor, string name)
        => $"070701{number}{mode}{Zero}{Zero}00000001{Zero}{length}{Zero}{Zero}{major}{minor}{name}{Zero}";

    private const string Zero = "00000000";
}
