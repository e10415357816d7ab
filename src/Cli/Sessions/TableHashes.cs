using System.Security.Cryptography;

namespace Compare.Cli;

/// <summary>SHA-256 of the tables that a run would write, without writing them.</summary>
/// <param name="Scenarios">Of the scenario table, in small hexadecimal digits.</param>
/// <param name="Outcomes">Of the outcome table.</param>
/// <param name="Rows">Rows of the outcome table.</param>
internal sealed record TableHashes(string Scenarios, string Outcomes, long Rows)
{
    /// <summary>The hashes of the tables of a set.</summary>
    public static TableHashes Of(OutcomeSet outcomes)
    {
        var rows = 0L;
        var scenarioHash = HashOf(stream =>
        {
            using var table = new ScenarioTableWriter(stream);
            foreach (var scenario in outcomes.Scenarios)
            {
                table.Write(scenario);
            }
        });
        var outcomeHash = HashOf(stream =>
        {
            using var table = new OutcomeTableWriter(stream);
            rows = table.Write(outcomes);
        });
        return new TableHashes(scenarioHash, outcomeHash, rows);
    }

    private static string HashOf(Action<Stream> write)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            write(stream);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
