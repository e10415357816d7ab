using System.Text.RegularExpressions;

namespace Compare.Patches;

/// <summary>Finds the files and hunks of a text in which other words may stand.</summary>
internal sealed partial class DiffReader
{
    /// <summary>The most characters that a tool writes after the second <c>@@</c>, with some to spare.</summary>
    private const int LongestSection = 100;

    /// <summary>The most characters of a hunk that lost its line breaks.</summary>
    private const int LongestSqueezed = 50_000;

    private readonly PatchText _text;
    private readonly ImmutableArray<FilePatch>.Builder _files = ImmutableArray.CreateBuilder<FilePatch>();
    private readonly ImmutableArray<Hunk>.Builder _hunks = ImmutableArray.CreateBuilder<Hunk>();
    private string? _path;
    private int _at;

    private DiffReader(PatchText text) => _text = text;

    /// <summary>Reads all files of a text.</summary>
    /// <param name="text">The text, which may hold no patch.</param>
    /// <exception cref="InputException">A hunk is no such thing as its header says, or the patch is binary.</exception>
    public static ImmutableArray<FilePatch> Read(PatchText text)
    {
        var reader = new DiffReader(text);
        while (reader._at < text.Lines.Length)
        {
            reader.ReadNext();
        }

        reader.EndFile();
        return reader._files.ToImmutable();
    }

    /// <summary>Whether a line begins a patch.</summary>
    public static bool IsStart(PatchText text, int at)
        => text.Lines[at] is { IsOwn: true, Text: var line }
            && (DiffHeader.IsPair(text, at) || DiffHeader.PathOfGit(line) is not null || HunkHeader.IsIn(line));

    private void ReadNext()
    {
        var line = _text.Lines[_at];
        if (!line.IsOwn || (_text.Depth == 0 && line.Text is ['>', ..]))
        {
            _at++;
        }
        else if (DiffHeader.IsPair(_text, _at))
        {
            var path = DiffHeader.PathOfPair(_text, _at);
            if (_hunks.Count > 0)
            {
                EndFile();
            }

            _path = path;
            _at += 2;
        }
        else if (DiffHeader.PathOfGit(line.Text) is { } path)
        {
            EndFile();
            _path = path;
            _at++;
        }
        else if (HunkHeader.Find(line.Text) is { } header
            && (header.Start == 0 || _path is not null || DiffHeader.SqueezedPath(line.Text, 0, header.Start) is not null))
        {
            ReadHunk(line, header);
        }
        else
        {
            ReadOther(line);
            _at++;
        }
    }

    private void ReadHunk(PatchTextLine line, HunkHeader header)
    {
        InputException? failure = null;
        if (header.Start == 0 && line.Text.Length - header.End <= LongestSection)
        {
            if (_path is null)
            {
                throw _text.Error(line.Line, "found a hunk, expected '--- a/FILE' and '+++ b/FILE' before it");
            }

            if (HunkReader.TryRead(_text, _at, header, out var next, out failure) is { } hunk)
            {
                _hunks.Add(hunk);
                _at = next;
                return;
            }
        }

        if (failure is not null && !Change().IsMatch(line.Text[header.End..]))
        {
            throw failure;
        }

        ReadSqueezed(line, header);
    }

    /// <summary>All hunks of a line that lost its line breaks, with the lines up to an empty one.</summary>
    private void ReadSqueezed(PatchTextLine line, HunkHeader header)
    {
        var first = _at++;
        while (_at < _text.Lines.Length && _text.Lines[_at] is { IsOwn: true, Text: var more } && !string.IsNullOrWhiteSpace(more) && !IsStart(_text, _at))
        {
            _at++;
        }

        var rest = string.Join('\n', _text.Lines[first.._at].Select(part => part.Text));
        var done = 0;
        for (HunkHeader? found = header; found is { } now; found = HunkHeader.Find(rest, done))
        {
            if (DiffHeader.SqueezedPath(rest, done, now.Start) is { } path)
            {
                EndFile();
                _path = path;
            }

            done = Math.Min(DiffHeader.NextFile(rest, now.End), HunkHeader.Find(rest, now.End)?.Start ?? rest.Length);
            _hunks.Add(Squeezed(rest, now, done, line.Line + rest.AsSpan(0, now.Start).Count('\n')));
        }
    }

    private Hunk Squeezed(string rest, HunkHeader header, int end, int line)
    {
        if (_path is null)
        {
            throw _text.Error(line, "found a hunk, expected '--- a/FILE +++ b/FILE' before it");
        }

        var raw = Signature().Replace(rest[header.End..end], "");
        return raw.Length <= LongestSqueezed
            ? new(header.OldStart, header.OldCount, header.NewStart, header.NewCount, "", [], _text.File, line, raw)
            : throw _text.Error(line, $"found a hunk of {raw.Length} characters without line breaks, expected at most {LongestSqueezed}");
    }

    private void ReadOther(PatchTextLine line)
    {
        if (_path is null)
        {
            return;
        }

        if (line.Text.StartsWith("GIT binary patch", StringComparison.Ordinal) || BinaryFiles().IsMatch(line.Text))
        {
            throw _text.Error(line.Line, $"found a binary change of {_path}, expected hunks of text");
        }

        if (line.Text.StartsWith("rename to ", StringComparison.Ordinal))
        {
            _path = line.Text["rename to ".Length..].Trim();
        }

        if (line.Text.StartsWith("@@@ -", StringComparison.Ordinal))
        {
            throw _text.Error(line.Line, "found the diff of a merge against several parents, expected one against one");
        }
    }

    private void EndFile()
    {
        if (_path is not null)
        {
            _files.Add(new(_path, _hunks.ToImmutable()));
        }

        _path = null;
        _hunks.Clear();
    }

    /// <summary>A marker of a changed line, not the arrow of a member.</summary>
    [GeneratedRegex(@"\+|-(?!>)")]
    private static partial Regex Change();

    /// <summary>The signature that git writes after a patch: its version.</summary>
    [GeneratedRegex(@"\s--\s*[0-9]+\.[0-9][0-9a-z.\-]*\s*$|\s--\s*$")]
    private static partial Regex Signature();

    [GeneratedRegex("^Binary files .* differ$")]
    private static partial Regex BinaryFiles();
}
