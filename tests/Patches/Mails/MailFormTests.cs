using Compare.Patches;

namespace Compare.Tests;

/// <summary>One patch in every form in which a reviewer may have it.</summary>
public sealed class MailFormTests
{
    [Theory]
    [InlineData("format-patch.mbox", "v2", "A Developer", 23)]
    [InlineData("base64.eml", "RFC v2 1/3", "A Developer", 22)]
    [InlineData("quoted-printable.eml", "RFC v2 1/3", "A Developer", 30)]
    [InlineData("attachment.eml", "RFC v2 1/3", "A Sender", 34)]
    [InlineData("scissors.eml", "", "A Developer", 35)]
    [InlineData("reply.eml", "RFC v2 1/3", "A Developer", 27)]
    [InlineData("reply-to-reply.eml", "RFC v2 1/3", "A Developer", 28)]
    [InlineData("show.txt", "", "A Developer", 21)]
    [InlineData("bare.diff", null, null, 10)]
    public void A_patch_is_read_and_applied_in_every_form(string name, string? tag, string? author, int firstAdded)
    {
        var patch = Assert.Single(PatchReader.Read(MailForms.File(name)));
        Assert.Equal((tag is null ? null : MailForms.Subject, tag is "" ? null : tag, author), (patch.Subject, patch.Tag, patch.Author));
        var file = Assert.Single(patch.Files);
        Assert.Equal("fs/ext4/file.c", file.Path);
        Assert.Equal("static int fault_of_size(struct vm_fault *vmf,", Assert.Single(file.Hunks).Section);
        var applied = Applier.Apply(MailForms.Source("base.c"), file);
        Assert.Equal(MailForms.Texts(MailForms.Source("patched.c")), MailForms.Texts(applied));
        Assert.Equal(14, applied.Lines.Count(line => line.IsAdded));
        var first = applied.Lines.First(line => line.IsAdded);
        Assert.Equal((MailForms.File(name), firstAdded), (first.PatchFile, first.PatchLine));
    }

    [Theory]
    [InlineData("format-patch.mbox", 2017, 7, 5)]
    [InlineData("reply.eml", 2017, 7, 6)]
    [InlineData("show.txt", 2017, 7, 5)]
    public void The_day_is_that_of_the_mail_or_the_commit(string name, int year, int month, int day)
        => Assert.Equal(new DateOnly(year, month, day), Assert.Single(PatchReader.Read(MailForms.File(name))).Date);

    [Fact]
    public void The_commit_is_told_by_git_alone()
    {
        Assert.Equal("bfa37571306f45aa8b6cc42f2a134b91c186bc96", Assert.Single(PatchReader.Read(MailForms.File("format-patch.mbox"))).Commit);
        Assert.Equal("bfa37571306f45aa8b6cc42f2a134b91c186bc96", Assert.Single(PatchReader.Read(MailForms.File("show.txt"))).Commit);
        Assert.Null(Assert.Single(PatchReader.Read(MailForms.File("reply.eml"))).Commit);
    }

    [Fact]
    public void A_series_gives_its_patches_in_order_without_the_cover_letter()
    {
        var series = PatchReader.Read(MailForms.File("series.mbox"));
        Assert.Equal(["v2 1/3", "v2 2/3", "v2 3/3"], series.Select(patch => patch.Tag));
        Assert.Equal(["fs/ext4/NOTES", "fs/ext4/file.c"], series[2].Files.Select(file => file.Path));
        var applied = series.SelectMany(patch => patch.Files).Where(file => file.Path.EndsWith(".c", StringComparison.Ordinal))
            .Aggregate(MailForms.Source("base.c"), Applier.Apply);
        Assert.Equal(MailForms.Texts(MailForms.Source("series.c")), MailForms.Texts(applied));
        var notes = Applier.Apply(MailForms.Of(), series[2].Files[0]);
        Assert.Equal(["A page that is written again asks again."], MailForms.Texts(notes));
    }

    [Fact]
    public void What_a_reply_quotes_is_passed_over_beside_the_patch_itself()
    {
        using var directory = new TemporaryDirectory();
        var reply = File.ReadAllText(MailForms.File("reply.eml")).Replace("> +\tif", "> [...]\n> +\tif", StringComparison.Ordinal);
        var thread = directory.Write("thread.mbox", $"{File.ReadAllText(MailForms.File("series.mbox"))}\nFrom a Thu Jul  6 10:00:00 2017\n{reply}");
        Assert.Equal(["v2 1/3", "v2 2/3", "v2 3/3"], PatchReader.Read(thread).Select(patch => patch.Tag));
    }

    [Fact]
    public void Carriage_returns_count_for_nothing()
    {
        using var directory = new TemporaryDirectory();
        foreach (var name in new[] { "format-patch.mbox", "quoted-printable.eml", "attachment.eml", "bare.diff" })
        {
            var path = directory.Write(name, File.ReadAllText(MailForms.File(name)).ReplaceLineEndings("\r\n"));
            var applied = Applier.Apply(MailForms.Source("base.c"), Assert.Single(Assert.Single(PatchReader.Read(path)).Files));
            Assert.Equal(MailForms.Texts(MailForms.Source("patched.c")), MailForms.Texts(applied));
        }
    }
}
