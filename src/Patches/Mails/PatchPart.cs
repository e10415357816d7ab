namespace Compare.Patches;

/// <summary>A text that may hold one patch, and what is said of it.</summary>
/// <param name="Text">The text, unquoted.</param>
/// <param name="Words">What its mail or commit says.</param>
internal sealed record PatchPart(PatchText Text, PatchWords Words)
{
    /// <summary>The parts of a text: one for each commit that it shows, or one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="outer">What the mail says.</param>
    public static IEnumerable<PatchPart> Split(PatchText text, PatchWords outer)
    {
        int[] commits = [.. Enumerable.Range(0, text.Lines.Length).Where(line => BodyWords.IsCommit(text.Lines, line))];
        var before = BodyWords.AfterScissors(text with { Lines = text.Lines[..(commits is [var first, ..] ? first : text.Lines.Length)] });
        yield return new(before, BodyWords.Read(before.Lines.Select(line => line.Text), outer));
        foreach (var (start, end) in commits.Zip([.. commits.Skip(1), text.Lines.Length]))
        {
            var lines = text.Lines[start..end];
            yield return new(text with { Lines = lines }, BodyWords.OfCommit(lines));
        }
    }

    /// <summary>The patch that stands in a part unquoted, if there is one.</summary>
    public static IEnumerable<Patch> Unquoted(PatchPart part) => part.ToPatch(part.Text);

    /// <summary>The patch that stands in a part at the lowest depth of quoting, if there is one.</summary>
    public static IEnumerable<Patch> Quoted(PatchPart part)
    {
        foreach (var view in part.Text.Quoted())
        {
            var own = view.Lines.Where(line => line.IsOwn).Select(line => line.Text);
            var start = Enumerable.Range(0, view.Lines.Length).First(line => DiffReader.IsStart(view, line));
            var outer = view.Lines.Take(start).Where(line => !line.IsOwn).Select(line => line.Text.TrimStart('>', ' '));
            var quoted = part with { Words = BodyWords.Read(own, BodyWords.Quoted(outer, part.Words with { Author = null })) };
            if (quoted.ToPatch(view).ToArray() is [var patch])
            {
                yield return patch;
                yield break;
            }
        }
    }

    private IEnumerable<Patch> ToPatch(PatchText text)
        => DiffReader.Read(text) is { IsEmpty: false } files
            ? [new(text.File, Words.Subject, Words.Author, Words.Date, Words.Tag, Words.Commit, files)]
            : [];
}
