using System.Globalization;

namespace Compare.Cli;

/// <summary>How a command writes what it found.</summary>
internal enum OutputFormat : byte
{
    Text,
    Markdown,
    Csv,
}

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>What stands for standard output where an output is named.</summary>
    public const string StandardOutput = "-";

    private const DifferenceSeverity DefaultSeverity = DifferenceSeverity.OtherResult;

    /// <summary>Name of the option for a spreadsheet.</summary>
    public const string SpreadsheetSafeName = "--spreadsheet-safe";

    private static readonly string[] Formats = ["text", "md", "csv"];

    /// <summary>Number of threads; none given: one for each processor.</summary>
    public static ReadOption<int> Jobs() => new(
        "--jobs", (name, text) => text is null ? Environment.ProcessorCount
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 256 ? jobs
            : throw new InputException($"{name}: found {Problem.Quote(text)}, expected a number from 1 to 256"))
    {
        Description = "Number of threads that compute; the outcomes do not depend on it [default: one for each processor].",
        HelpName = "N",
    };

    /// <summary>How to write.</summary>
    public static ReadOption<OutputFormat> Format() => new(
        "--format", (name, word) => Array.IndexOf(Formats, word ?? Formats[0]) is >= 0 and var index
            ? (OutputFormat)index
            : throw new InputException($"{name}: {Catalogue.UnknownText("format", word!, Formats)}"))
    {
        Description = "How to write: text; md, Markdown; csv, a table of everything that differs [default: text].",
        HelpName = string.Join('|', Formats),
    };

    /// <summary>The least severity that counts.</summary>
    public static ReadOption<DifferenceSeverity> Severity() => new(
        "--severity", (name, word) => word is null ? DefaultSeverity
            : SeverityWords.Parse(word) ?? throw new InputException($"{name}: {Catalogue.UnknownText("severity", word, SeverityWords.All)}"))
    {
        Description = $"What is at least as bad as this counts: {string.Join(", ", SeverityWords.All)} [default: {SeverityWords.Of(DefaultSeverity)}].",
        HelpName = "SEVERITY",
    };

    /// <summary>The day of a decision; none given: today.</summary>
    public static ReadOption<DateOnly> Date() => new(
        "--date", (name, text) => text is null ? DateOnly.FromDateTime(DateTime.Today)
            : LedgerTable.TryParseDate(text, out var date) ? date
            : throw new InputException($"{name}: found {Problem.Quote(text)}, expected a date as in 2017-08-23"))
    {
        Description = "When, as in 2017-08-23 [default: today].",
        HelpName = "YYYY-MM-DD",
    };

    /// <summary>A text of a person, for a cell; it must be given.</summary>
    public static ReadOption<string> OneLine(string option, string description, string helpName) => new(
        option, (name, text) => string.IsNullOrWhiteSpace(text) ? throw new InputException($"{name}: found nothing, expected a text in one line")
            : CellText.Refuse(text.Trim()) is { } problem ? throw new InputException($"{name}: {problem}")
            : text.Trim())
    {
        Description = description,
        HelpName = helpName,
        Required = true,
    };

    /// <summary>Whether tables are for a spreadsheet.</summary>
    public static Option<bool> SpreadsheetSafe() => new(SpreadsheetSafeName)
    {
        Description = "Put an apostrophe before each cell of a table that begins with =, +, - or @, which a spreadsheet would take for a formula; "
            + "such a table is not read back.",
    };

    /// <summary>The option for a spreadsheet where no table is written.</summary>
    /// <param name="isGiven">Whether it was given.</param>
    /// <param name="writesTable">Whether a table is written.</param>
    /// <param name="expected">What makes the command write one.</param>
    /// <exception cref="InputException">It was given for nothing.</exception>
    public static bool ForTable(bool isGiven, bool writesTable, string expected) => !isGiven || writesTable
        ? isGiven
        : throw new InputException($"found {SpreadsheetSafeName} where no table is written, expected {expected} with it");

    /// <summary>Where a command writes.</summary>
    public static Option<string?> Output(string description, string helpName) => new("--out") { Description = description, HelpName = helpName };

    /// <summary>A word as a shell reads it.</summary>
    public static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "._-+/:=,@".Contains(c, StringComparison.Ordinal)) ? word
        : ControlCharacters.AreIn(word)
        ? $"$'{ControlCharacters.Shown(word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal))}'"
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

/// <summary>An option with the way to read it.</summary>
/// <param name="name">Name of the option.</param>
/// <param name="read">Gives the value of a text, or of none; given the option's name for messages.</param>
internal sealed class ReadOption<T>(string name, Func<string, string?, T> read) : Option<string?>(name)
{
    /// <summary>The value on a command line.</summary>
    /// <exception cref="InputException">The text has none.</exception>
    public T Of(ParseResult parsed) => read(Name, parsed.GetValue(this));
}
