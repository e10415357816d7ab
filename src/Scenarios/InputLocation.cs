using System.Globalization;

namespace Compare.Scenarios;

/// <summary>A place in an input file.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Line">The line, counted from 1, where the row begins; 0 if the file as a whole is meant.</param>
/// <param name="Column">The name of the column, or null if the row as a whole is meant.</param>
public readonly record struct InputLocation(string File, long Line = 0, string? Column = null)
{
    /// <summary>The place as compilers write it: <c>file:line: column 'name'</c>.</summary>
    public override string ToString()
    {
        var line = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
        return Column is null ? line : $"{line}: column '{Column}'";
    }
}
