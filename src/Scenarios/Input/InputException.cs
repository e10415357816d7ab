using System.Globalization;

namespace Compare.Scenarios;

/// <summary>Input that cannot be used. The message is complete: where, what was found, what was expected.</summary>
public sealed class InputException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">The complete text, to be shown as it is.</param>
    /// <param name="cause">What the system reported, if it did.</param>
    public InputException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Makes an error that points at a place in a file.</summary>
    /// <param name="location">The file, and the line and column where they are known.</param>
    /// <param name="problem">What was found and what was expected.</param>
    /// <param name="cause">What the system reported, if it did.</param>
    public InputException(InputLocation location, string problem, Exception? cause = null)
        : base($"{location}: {problem}", cause)
    {
    }
}

/// <summary>A place in an input file.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Line">The line, counted from 1, where the row begins; 0 if the file as a whole is meant.</param>
/// <param name="Column">The name of the column, or null if the row as a whole is meant.</param>
public readonly record struct InputLocation(string File, long Line = 0, string? Column = null)
{
    /// <summary>The place as compilers write it: <c>file:line: column 'name'</c>.</summary>
    public override string ToString()
    {
        var file = ControlCharacters.Shown(File);
        var line = Line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}");
        return Column is null ? line : $"{line}: column {Problem.Quote(Column)}";
    }
}
