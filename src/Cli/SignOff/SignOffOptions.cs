using System.CommandLine;

namespace Compare.Cli;

/// <summary>What a sign-off is about: options that <c>report</c>, <c>accept</c>, <c>verify</c> and <c>review</c> share.</summary>
/// <param name="Matrix">Name of a matrix or a scenario table.</param>
/// <param name="Where">A filter expression.</param>
/// <param name="Kernels">Names of kernels; none: every observed one.</param>
/// <param name="Strategies">Names of strategies or guest assemblies; none: each that is shipped.</param>
/// <param name="Ledger">The ledger's file; <see langword="null"/>: the usual one, which may be missing.</param>
internal sealed record SignOffOptions(
    string Matrix, string? Where, IReadOnlyList<string> Kernels, IReadOnlyList<string> Strategies, string? Ledger)
{
    /// <summary>Where the ledger is unless another one is named.</summary>
    public const string DefaultLedger = "reports/baseline/signoff.csv";

    /// <summary>The ledger's file.</summary>
    public string LedgerPath => Ledger ?? DefaultLedger;

    /// <summary>The file of the scenario table, if the matrix is one.</summary>
    public string? MatrixFile => Matrix is ScenarioSource.Standard or ScenarioSource.Cross ? null : Matrix;

    /// <summary>The options as a command line gives them, each with a blank before it; empty where none was given.</summary>
    public string Words => string.Concat(
    [
        .. Matrix == ScenarioSource.Standard ? [] : (string[])[" --matrix ", Quoted(Matrix)],
        .. Where is null ? [] : (string[])[" --where ", Quoted(Where)],
        .. Kernels.SelectMany(kernel => (string[])[" --kernel ", Quoted(kernel)]),
        .. Strategies.SelectMany(strategy => (string[])[" --strategy ", Quoted(strategy)]),
        .. Ledger is null ? [] : (string[])[" --ledger ", Quoted(Ledger)],
    ]);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Reads them from a parsed command line.</returns>
    public static Func<ParseResult, SignOffOptions> AddTo(Command command)
    {
        var matrix = new Option<string?>("--matrix")
        {
            Description = $"The scenarios: {ScenarioSource.Standard}, {ScenarioSource.Cross}, or a table of them [default: {ScenarioSource.Standard}].",
            HelpName = "standard|cross|FILE.csv",
        };
        var where = WhereFilter.Option();
        var kernels = new Option<string[]>("--kernel")
        {
            Description = "Only this kernel; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))}, or {Catalogue.All}: every one that was observed [default: {Catalogue.All}].",
            HelpName = "NAME",
        };
        var strategies = new Option<string[]>("--strategy")
        {
            Description = "Only this strategy; may be repeated [default: each shipped one].",
            HelpName = "NAME|FILE.dll[:NAME]",
        };
        var ledger = new Option<string?>("--ledger")
        {
            Description = $"The table of who accepted what [default: {DefaultLedger}].",
            HelpName = "SIGNOFF.csv",
        };
        foreach (var option in (Option[])[matrix, where, kernels, strategies, ledger])
        {
            command.Add(option);
        }

        return parsed => new SignOffOptions(
            parsed.GetValue(matrix) ?? ScenarioSource.Standard,
            parsed.GetValue(where),
            parsed.GetValue(kernels) ?? [],
            parsed.GetValue(strategies) ?? [],
            parsed.GetValue(ledger));
    }

    /// <summary>A word as a shell reads it.</summary>
    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "._-+/:=,@".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
