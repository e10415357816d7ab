namespace Compare.Patches;

/// <summary>Reads the lines of a hunk as its counts say.</summary>
internal static class HunkReader
{
    /// <summary>The narrowest column at which a mailer breaks lines.</summary>
    private const int Wrap = 64;

    /// <summary>Reads a hunk.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The index of the line of its header.</param>
    /// <param name="header">The header.</param>
    /// <param name="next">The index of the line after the hunk.</param>
    /// <param name="failure">Why it cannot be read.</param>
    /// <returns>The hunk; null if it cannot be read.</returns>
    public static Hunk? TryRead(PatchText text, int at, HunkHeader header, out int next, out InputException? failure)
    {
        var lines = ImmutableArray.CreateBuilder<HunkLine>();
        var (old, @new) = (0, 0);
        failure = null;
        for (next = at + 1; failure is null && (old < header.OldCount || @new < header.NewCount); next++)
        {
            if (next == text.Lines.Length)
            {
                failure = text.Error(text.Lines[at].Line, $"found {old} old and {@new} new lines in the hunk, {Expected(header)}");
                break;
            }

            var line = text.Lines[next];
            if (!line.IsOwn)
            {
                failure = WrapFailure(text, next);
                continue;
            }

            var marker = line.Text is [var first, ..] ? first : ' ';
            switch (marker)
            {
                case ' ' or '+' or '-':
                    lines.Add(new(marker, Checked(text, line) is { Length: > 0 } full ? full[1..] : "", line.Line));
                    old += marker == '+' ? 0 : 1;
                    @new += marker == '-' ? 0 : 1;
                    failure = old > header.OldCount || @new > header.NewCount
                        ? text.Error(line.Line, $"found old line {old} and new line {@new} of the hunk of line {text.Lines[at].Line}, {Expected(header)}")
                        : null;
                    break;
                case '\\':
                    break;
                default:
                    failure = text.Error(
                        line.Line,
                        $"found {Problem.Quote(line.Text)} in the hunk of line {text.Lines[at].Line}, expected a line that begins with '+', '-' or a blank: "
                        + $"{header.OldCount - old} old and {header.NewCount - @new} new lines are missing; was the line wrapped?");
                    break;
            }
        }

        failure ??= SurplusFailure(text, at, next, header);
        return failure is not null ? null : new Hunk(
            header.OldStart,
            header.OldCount,
            header.NewStart,
            header.NewCount,
            text.Lines[at].Text[header.End..].Trim(),
            lines.ToImmutable(),
            text.File,
            text.Lines[at].Line);
    }

    /// <summary>Between quoted lines stands a comment, or the end of a quoted line that a mailer broke.</summary>
    private static InputException? WrapFailure(PatchText text, int at)
    {
        var (before, line) = (text.Lines[at - 1], text.Lines[at]);
        var word = line.Text.TrimStart('>', ' ').Split(' ', 2)[0];
        var quoted = before.Text.Length + (2 * text.Depth);
        return before.IsOwn && word.Length > 0 && quoted + 1 + word.Length > Wrap
            ? text.Error(line.Line, $"found {Problem.Quote(line.Text)} right after a long quoted line, expected an empty line before a comment; was the quoted line wrapped?")
            : null;
    }

    /// <summary>After the last line that the counts name no further one may follow, but a signature may, or the next file.</summary>
    private static InputException? SurplusFailure(PatchText text, int at, int next, HunkHeader header)
        => next < text.Lines.Length
            && text.Lines[next] is { IsOwn: true, Text: ['+' or '-' or ' ', ..] } line
            && line.Text.AsSpan().Trim(" -").Length > 0
            && !DiffHeader.IsPair(text, next)
            ? text.Error(line.Line, $"found one more line {Problem.Quote(line.Text)} in the hunk of line {text.Lines[at].Line}, {Expected(header)}")
            : null;

    private static string Expected(HunkHeader header) => $"expected {header.OldCount} old and {header.NewCount} new lines as its header says";

    private static string Checked(PatchText text, PatchTextLine line)
    {
        if (line.Text.Length > SourceText.MostInLine)
        {
            throw text.Error(line.Line, $"found a line of {line.Text.Length} characters, expected at most {SourceText.MostInLine}");
        }

        foreach (var character in line.Text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\f' or '\v'))
            {
                throw text.Error(line.Line, $"found the control character {Problem.Quote(character.ToString())} in a hunk, expected text");
            }
        }

        return line.Text;
    }
}
