using System.Security.Cryptography;
using Compare.Comparison;
using Compare.Reports;

namespace Compare.Cli;

/// <summary>SHA-256 of the tables that a run would write, without writing them.</summary>
internal sealed class TableHashes : IDisposable
{
    private readonly SHA256 _scenarioHash = SHA256.Create();
    private readonly SHA256 _outcomeHash = SHA256.Create();
    private readonly ScenarioTableWriter _scenarios;
    private readonly OutcomeTableWriter _outcomes;

    public TableHashes()
    {
        _scenarios = new ScenarioTableWriter(new CryptoStream(Stream.Null, _scenarioHash, CryptoStreamMode.Write));
        _outcomes = new OutcomeTableWriter(new CryptoStream(Stream.Null, _outcomeHash, CryptoStreamMode.Write));
    }

    /// <summary>Rows of the outcome table so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds rows; in order of the scenarios.</summary>
    public void Add(OutcomeBlock block)
    {
        for (var i = 0; i < block.Scenarios.Count; i++)
        {
            _scenarios.Write(block.Scenarios[i]);
            Rows += OutcomeRows.Write(block, i, _outcomes);
        }
    }

    /// <summary>Ends the tables; gives back their hashes in small hexadecimal digits.</summary>
    public (string Scenarios, string Outcomes) Finish()
    {
        _scenarios.Dispose();
        _outcomes.Dispose();
        return (Convert.ToHexStringLower(_scenarioHash.Hash!), Convert.ToHexStringLower(_outcomeHash.Hash!));
    }

    public void Dispose()
    {
        _scenarioHash.Dispose();
        _outcomeHash.Dispose();
    }
}
