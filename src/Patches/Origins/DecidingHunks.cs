namespace Compare.Patches;

/// <summary>The decision in the hunks of a patch, where there is no file to apply them to.</summary>
internal static class DecidingHunks
{
    /// <summary>Takes the new side of the hunks that compute <c>write</c>, or return, from where they begin to do so.</summary>
    /// <param name="patch">The patch.</param>
    /// <returns>The statements that decide; null if no hunk has any.</returns>
    /// <exception cref="InputException">A hunk lost its line breaks.</exception>
    public static CText? Of(Patch patch)
    {
        var lines = new List<HunkLine>();
        var remarks = new List<string>();
        foreach (var file in patch.Files)
        {
            var before = lines.Count;
            foreach (var hunk in file.Hunks)
            {
                if (hunk.Squeezed is not null)
                {
                    throw hunk.Error("found a hunk that lost its line breaks, expected --onto with the source that it changes");
                }

                var taken = Deciding(hunk);
                lines.AddRange(taken);
                if (taken.Length == 0)
                {
                    remarks.Add($"not run: {(hunk.Section.Length > 0 ? hunk.Section : $"{hunk.PatchFile}:{hunk.PatchLine}")}");
                }
            }

            if (lines.Count == before)
            {
                remarks.RemoveAll(remark => file.Hunks.Any(hunk => remark.EndsWith(hunk.Section, StringComparison.Ordinal)));
                remarks.Add($"not run: {file.Path}");
            }
        }

        return lines.Count == 0 ? null : CText.OfStatements(Numbered(patch.Source, lines)) with
        {
            Remarks = ["without --onto only the decision of the patch is run, inside the handler that the kernel has", .. remarks],
        };
    }

    private static HunkLine[] Deciding(Hunk hunk)
    {
        HunkLine[] lines = [.. hunk.Lines.Where(line => line.Marker != '-')];
        var first = Array.FindIndex(lines, line => line.Marker == '+');
        var last = Array.FindLastIndex(lines, line => line.Marker == '+');
        if (first < 0 || !lines[first..(last + 1)].Any(line => Sets(line.Text)))
        {
            return [];
        }

        // A declaration of 'write' before what the hunk adds belongs to the decision.
        var declared = Array.FindLastIndex(lines, first, first + 1, line => Words(line.Text) is ["bool" or "int", "write", ..]);
        return lines[(declared >= 0 ? declared : first)..(last + 1)];
    }

    private static bool Sets(string line)
        => Words(line) is var words && (words.Contains("write") || words.Any(word => word.StartsWith("VM_FAULT_", StringComparison.Ordinal)));

    private static string[] Words(string line)
        => [.. Lexer.Read(new SourceText("", [new SourceLine(line.Replace("/*", " ", StringComparison.Ordinal))])).SelectMany(tokens => tokens.Tokens)
            .Where(token => token.Kind == TokenKind.Identifier).Select(token => token.Text)];

    /// <summary>The lines at the numbers that they have in the patch, so that messages point there.</summary>
    private static SourceText Numbered(string name, List<HunkLine> lines)
    {
        var numbered = Enumerable.Repeat(new SourceLine(""), lines.Max(line => line.PatchLine)).ToArray();
        foreach (var line in lines)
        {
            numbered[line.PatchLine - 1] = new SourceLine(line.Text);
        }

        return new SourceText(name, [.. numbered]);
    }
}
