using System.Text;

namespace Compare.Patches;

/// <summary>A C file as lines, each with where it came from.</summary>
/// <param name="Name">The file as messages name it.</param>
/// <param name="Lines">Its lines, without their ends.</param>
public sealed record SourceText(string Name, ImmutableArray<SourceLine> Lines)
{
    /// <summary>The most characters that a file may have. The largest file of a file system in the kernel has about 200,000.</summary>
    internal const int MostCharacters = 8_000_000;

    /// <summary>The most characters of one line.</summary>
    internal const int MostInLine = 10_000;

    /// <summary>Makes a text of what a file holds. Ends of lines are LF or CRLF.</summary>
    /// <param name="name">The file as messages name it.</param>
    /// <param name="content">What it holds.</param>
    /// <exception cref="InputException">The text is no source: too long, or with a NUL or another control character.</exception>
    public static SourceText Of(string name, string content)
    {
        if (content.Length > MostCharacters)
        {
            throw new InputException(new InputLocation(name), $"found {content.Length} characters, expected at most {MostCharacters}");
        }

        var lines = content.Split('\n');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        var text = new SourceText(name, [.. lines.Take(count).Select(line => new SourceLine(line.TrimEnd('\r')))]);
        for (var line = 1; line <= count; line++)
        {
            CheckLine(text, line);
        }

        return text;
    }

    /// <summary>Reads a file: UTF-8, where other bytes may stand in comments and texts.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or is no source.</exception>
    public static SourceText Read(string path) => Of(path, Encoding.UTF8.GetString(ReadBytes(path)));

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or has more bytes than a source may have.</exception>
    public static byte[] ReadBytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(new InputLocation(path), "found a directory, expected a file");
        }

        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MostCharacters + 1];
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read > MostCharacters
                ? throw new InputException(new InputLocation(path), $"found more than {MostCharacters} bytes, expected a source file")
                : bytes[..read];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputLocation(path), failure is FileNotFoundException or DirectoryNotFoundException
                ? "no such file" : failure.Message, failure);
        }
    }

    /// <summary>An error at a place in this text.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1; 0 if the line as a whole is meant.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public InputException Error(int line, int column, string problem) => new($"{Place(line, column)}: {problem}");

    /// <summary>A place as compilers write it; for a line that a patch added also its place in the patch.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1; 0 if the line as a whole is meant.</param>
    public string Place(int line, int column = 0)
    {
        var place = $"{Name}:{line}" + (column == 0 ? "" : $":{column}");
        return line <= Lines.Length && Lines[line - 1] is { PatchFile: { } patch, PatchLine: var at } ? $"{place} ({patch}:{at})" : place;
    }

    private static void CheckLine(SourceText text, int line)
    {
        var characters = text.Lines[line - 1].Text;
        if (characters.Length > MostInLine)
        {
            throw text.Error(line, 0, $"found a line of {characters.Length} characters, expected at most {MostInLine}");
        }

        for (var i = 0; i < characters.Length; i++)
        {
            if (char.IsControl(characters[i]) && characters[i] is not ('\t' or '\f' or '\v' or '\r'))
            {
                throw text.Error(line, i + 1, $"found the control character {Problem.Quote(characters[i].ToString())}, expected C source");
            }
        }
    }
}

/// <summary>A line of a source, and the patch that added it.</summary>
/// <param name="Text">The line without its end.</param>
/// <param name="PatchFile">The patch that added it; none: it stood in the file before.</param>
/// <param name="PatchLine">Its line in that patch, from 1.</param>
public readonly record struct SourceLine(string Text, string? PatchFile = null, int PatchLine = 0)
{
    /// <summary>Whether a patch added it.</summary>
    public bool IsAdded => PatchFile is not null;
}
