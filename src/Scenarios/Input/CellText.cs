using System.Text;

namespace Compare.Scenarios;

/// <summary>What no cell of a table and no name may hold, whatever its column.</summary>
public static class CellText
{
    /// <summary>Stands before a cell that a spreadsheet would take for a formula, in a table for a spreadsheet alone.</summary>
    public const char FormulaGuard = '\'';

    /// <summary>With what a formula begins.</summary>
    public const string FormulaStarts = "=+-@";

    /// <summary>Why a text can be no cell, or null if it can.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What was found and what was expected.</returns>
    public static string? Refuse(ReadOnlySpan<char> text)
        => Encoding.UTF8.GetByteCount(text) is > InputLimits.CellBytes and var bytes
            ? $"found {bytes} bytes, expected at most {InputLimits.CellBytes} in a cell"
            : ControlCharacters.AreIn(text)
            ? $"found {Problem.Quote(text.ToString())} with the control character {ControlCharacters.FirstIn(text)}, expected text without one"
            : text is [FormulaGuard, var next, ..] && FormulaStarts.Contains(next)
            ? $"found {Problem.Quote(text.ToString())}, as --spreadsheet-safe writes it; expected the table that is written without this option"
            : null;
}
