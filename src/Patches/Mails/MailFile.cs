using System.Text;
using System.Text.RegularExpressions;

namespace Compare.Patches;

/// <summary>The bytes of a file that holds mails or patches, and where its lines are.</summary>
internal sealed partial class MailFile
{
    private static readonly byte[] From = Encoding.ASCII.GetBytes("From ");
    private static readonly byte[] Mark = [0xef, 0xbb, 0xbf];

    private readonly byte[] _bytes;
    private readonly ImmutableArray<int> _starts;

    /// <summary>Takes the bytes.</summary>
    /// <param name="name">The file as messages name it.</param>
    /// <param name="bytes">What it holds.</param>
    /// <exception cref="InputException">It is empty or binary.</exception>
    public MailFile(string name, byte[] bytes)
    {
        Name = name;
        _bytes = bytes.AsSpan().StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        _starts = [0, .. Enumerable.Range(1, _bytes.Length).Where(i => _bytes[i - 1] == '\n')];
        if (_bytes.AsSpan().Trim(" \r\n\t"u8).IsEmpty)
        {
            throw new InputException(new InputLocation(name), "found an empty file, expected a mail or a patch");
        }

        if (Array.IndexOf(_bytes, (byte)0) is >= 0 and var at)
        {
            throw Error(LineAt(at), "found a NUL character, expected a mail or a patch as text");
        }
    }

    /// <summary>The file as messages name it.</summary>
    public string Name { get; }

    /// <summary>An error at a line.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public InputException Error(int line, string problem) => new(new InputLocation(Name, line), problem);

    /// <summary>What the file is, for messages.</summary>
    public string Describe() => Mails() switch
    {
        [] => "a text",
        [_] => "a mail",
        var mails => $"{mails.Length} mails",
    };

    /// <summary>The line at an offset, from 1.</summary>
    /// <param name="offset">The offset in bytes.</param>
    public int LineAt(int offset) => _starts.BinarySearch(offset) is var index && index < 0 ? ~index : index + 1;

    /// <summary>Some of the bytes.</summary>
    /// <param name="start">The offset of the first.</param>
    /// <param name="end">The offset after the last.</param>
    public ArraySegment<byte> Slice(int start, int end) => new(_bytes, start, end - start);

    /// <summary>All lines of a file that is no mail.</summary>
    public ImmutableArray<PatchTextLine> Lines()
        => [.. Encoding.UTF8.GetString(_bytes).Split('\n').Select((line, index) => new PatchTextLine(line.TrimEnd('\r'), index + 1))];

    /// <summary>The mails of the file: where each begins and ends; none if it is no mail.</summary>
    public ImmutableArray<MailSlice> Mails()
    {
        int[] separators = [.. Enumerable.Range(0, _starts.Length).Where(IsSeparator)];
        if (separators.Length == 0 || !_bytes.AsSpan(0, _starts[separators[0]]).Trim(" \r\n\t"u8).IsEmpty)
        {
            return HasHeaders(0) ? [new(null, 0, _bytes.Length)] : [];
        }

        return
        [
            .. separators.Select((line, i) => new MailSlice(
                LineOf(line), _starts[line + 1], i + 1 < separators.Length ? _starts[separators[i + 1]] : _bytes.Length)),
        ];
    }

    private bool IsSeparator(int line)
        => _bytes.AsSpan(_starts[line]).StartsWith(From)
            && (line == 0 || _bytes.AsSpan(_starts[line - 1], _starts[line] - _starts[line - 1]).Trim("\r\n"u8).IsEmpty)
            && line + 1 < _starts.Length
            && Separator().IsMatch(LineOf(line))
            && HasHeaders(line + 1);

    /// <summary>Whether the header of a mail begins at a line: its fields up to an empty line, one of them what every mail has.</summary>
    private bool HasHeaders(int line)
    {
        var found = false;
        for (; line < _starts.Length && LineOf(line) is { } text; line++)
        {
            if (text.Length == 0)
            {
                return found;
            }

            if (HunkHeader.IsIn(text) || !(Field().IsMatch(text) || text is [' ' or '\t', ..]))
            {
                return false;
            }

            found |= Known().IsMatch(text);
        }

        return found;
    }

    private string LineOf(int line)
    {
        var end = line + 1 < _starts.Length ? _starts[line + 1] : _bytes.Length;
        return Encoding.UTF8.GetString(_bytes.AsSpan(_starts[line]..end)).TrimEnd('\n', '\r');
    }

    [GeneratedRegex("^From .+ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ 0-9]?[0-9] [0-9]{2}:[0-9]{2}.*[0-9]{4}")]
    private static partial Regex Separator();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*:")]
    private static partial Regex Field();

    [GeneratedRegex("^(?:From|Subject|Date|Message-Id|MIME-Version|Content-Type|Received):", RegexOptions.IgnoreCase)]
    private static partial Regex Known();
}

/// <summary>A mail in its file.</summary>
/// <param name="Separator">The line of an mbox before it; null if there is none.</param>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset after its last byte.</param>
internal readonly record struct MailSlice(string? Separator, int Start, int End);
