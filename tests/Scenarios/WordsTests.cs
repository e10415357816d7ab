using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class WordsTests
{
    [Fact]
    public void Every_value_of_every_axis_has_a_word_of_its_own()
    {
        HasWords(Axes.Mounts, "dax nodax");
        HasWords(Axes.FileSystems, "rw ro emergency aborted shutdown frozen nojournal nojournal_ro full");
        HasWords(Axes.Mappings, "shared shared_ro shared_rofd private private_ro");
        HasWords(Axes.Geometries, "aligned misaligned small");
        HasWords(Axes.Extents, "written unwritten hole frag");
        HasWords(Axes.Lengths, "full partial");
        HasWords(Axes.HugePages, "huge nohuge");
        HasWords(Axes.Places, "target near far beyond");
        HasWords(Axes.Pages, "absent dax zero hugezero cache anon -");
        HasWords(Axes.Results, "ok SIGBUS SIGSEGV EFAULT EIO ENOMEM EROFS EINVAL ENOSPC blocked livelock oops hang "
            + "EACCES EAGAIN EBUSY EDQUOT EFBIG EINTR ENODEV EOPNOTSUPP EPERM ETXTBSY EUCLEAN EBADF");
        HasWords(
            Axes.Verbs,
            "load store force copyin mlock other-load other-store dontneed fsync punch truncate extend fork populate-pud "
            + "exit-child read write msync mprotect-ro mprotect-rw mremap freeze thaw remount-ro remount-rw shutdown");
    }

    [Theory]
    [InlineData("DAX")]
    [InlineData(" dax")]
    [InlineData("")]
    [InlineData("da")]
    public void A_word_must_be_written_exactly(string word) => Assert.False(Axes.Mounts.TryParse(word, out _));

    [Fact]
    public void An_unknown_word_is_answered_with_the_list_and_the_nearest()
    {
        Assert.False(Axes.FileSystems.TryParse("nojurnal", out _, out var problem));
        Assert.Equal(
            "found 'nojurnal', expected one of rw, ro, emergency, aborted, shutdown, frozen, nojournal, nojournal_ro, full; did you mean 'nojournal'?",
            problem);
    }

    [Fact]
    public void A_value_without_a_word_is_no_word()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Axes.Mounts.Of((Mount)9));

    private static void HasWords<T>(Words<T> words, string expected)
        where T : struct, Enum
    {
        Assert.Equal(expected.Split(' '), words.All);
        Assert.Equal(Enum.GetValues<T>().Order(), words.Values.Order());
        foreach (var value in Enum.GetValues<T>())
        {
            Assert.True(words.TryParse(words.Of(value), out var again));
            Assert.Equal(value, again);
        }
    }
}
