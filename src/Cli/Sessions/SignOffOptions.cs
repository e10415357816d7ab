namespace Compare.Cli;

/// <summary>What a sign-off is about: options that <c>report</c>, <c>accept</c>, <c>verify</c> and <c>review</c> share.</summary>
/// <param name="Selection">What runs.</param>
/// <param name="Ledger">The ledger's file; <see langword="null"/>: the usual one, which may be missing.</param>
internal sealed record SignOffOptions(SelectionOptions Selection, string? Ledger)
{
    /// <summary>Where the ledger is unless another one is named.</summary>
    public const string DefaultLedger = "reports/baseline/signoff.csv";

    /// <summary>Tables of what real kernels did.</summary>
    public required ObservedTables Observed { get; init; }

    /// <summary>The ledger's file.</summary>
    public string LedgerPath => Ledger ?? DefaultLedger;

    /// <summary>The files that are read.</summary>
    public string[] Inputs => [LedgerPath, .. Observed.Paths, .. Selection.MatrixFile is { } matrix ? (string[])[matrix] : []];

    /// <summary>The options as a command line gives them, each with a blank before it; empty where none was given.</summary>
    public string Words => Selection.Words + Observed.Words + (Ledger is null ? "" : $" --ledger {SharedOptions.Quoted(Ledger)}");

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Reads them from a parsed command line.</returns>
    public static Func<ParseResult, SignOffOptions> AddTo(Command command)
    {
        var selection = SelectionOptions.AddTo(command);
        var ledger = new Option<string?>("--ledger")
        {
            Description = $"The table of who accepted what [default: {DefaultLedger}].",
            HelpName = "SIGNOFF.csv",
        };
        command.Add(ledger);
        var observed = ObservedTables.AddTo(command);
        return parsed => new SignOffOptions(selection(parsed), parsed.GetValue(ledger)) { Observed = observed(parsed) };
    }
}
