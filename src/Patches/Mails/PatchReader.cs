namespace Compare.Patches;

/// <summary>A file that holds patches: mails, commits as git shows them, or bare diffs.</summary>
public static class PatchReader
{
    /// <summary>Reads all patches of a file in their order. What is quoted counts only where nothing stands unquoted, so that replies
    /// beside a patch do not repeat it.</summary>
    /// <param name="path">The file: an mbox, one mail, a file of <c>git format-patch</c>, <c>show</c> or <c>diff</c>, or a unified diff.</param>
    /// <returns>The patches, at least one. Mails without a patch are passed over.</returns>
    /// <exception cref="InputException">It cannot be read, or holds no patch, or one that is broken.</exception>
    public static ImmutableArray<Patch> Read(string path)
    {
        var file = new MailFile(path, SourceText.ReadBytes(path));
        PatchPart[] parts = [.. Parts(file)];
        var patches = parts.SelectMany(PatchPart.Unquoted).ToImmutableArray();
        if (patches.IsEmpty)
        {
            patches = [.. parts.SelectMany(PatchPart.Quoted)];
        }

        return patches.IsEmpty
            ? throw new InputException(new InputLocation(path), $"found {file.Describe()} without a patch, expected lines as '--- a/FILE', '+++ b/FILE', '@@ -1,2 +1,3 @@'")
            : patches;
    }

    private static IEnumerable<PatchPart> Parts(MailFile file)
    {
        var mails = file.Mails();
        return mails.IsEmpty
            ? PatchPart.Split(new(file.Name, 0, file.Lines()), PatchWords.None)
            : mails.SelectMany(mail => MailReader.Parts(file, mail));
    }
}
