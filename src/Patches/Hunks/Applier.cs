namespace Compare.Patches;

/// <summary>Applies the hunks of a patch to a file. Nothing is guessed: white space counts for nothing, all else must be equal.</summary>
public static class Applier
{
    /// <summary>Applies a patch.</summary>
    /// <param name="file">The file before; without a line, where the patch makes it.</param>
    /// <param name="patch">What it changes.</param>
    /// <returns>The file after. Lines that stood in it keep their text; added ones have that of the patch, and their place there.</returns>
    /// <exception cref="InputException">A hunk does not fit, fits at several places, was applied before, or hunks overlap.</exception>
    public static SourceText Apply(SourceText file, FilePatch patch)
    {
        var bare = new BareText(file.Lines.Select(line => line.Text));
        var lines = ImmutableArray.CreateBuilder<SourceLine>();
        var done = 0;
        foreach (var hunk in patch.Hunks)
        {
            var (at, body) = HunkPlace.Find(file, bare, hunk);
            if (at < done)
            {
                throw hunk.Error($"found a hunk that fits at {file.Name}:{at + 1}, expected a place at or after line {done + 1}, where the hunk before it ends");
            }

            lines.AddRange(file.Lines.AsSpan()[done..at]);
            foreach (var line in body)
            {
                if (line.Marker == ' ')
                {
                    lines.Add(file.Lines[at]);
                }

                if (line.Marker == '+')
                {
                    lines.Add(new(line.Text, hunk.PatchFile, line.PatchLine));
                }

                at += line.IsOld ? 1 : 0;
            }

            done = at;
        }

        lines.AddRange(file.Lines.AsSpan()[done..]);
        return file with { Lines = lines.ToImmutable() };
    }
}
