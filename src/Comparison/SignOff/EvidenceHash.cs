using System.Security.Cryptography;
using System.Text;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>SHA-256 over texts, each ended by a line feed and groups by a second one, so that no two lists of texts are the same bytes.</summary>
public sealed class EvidenceHash
{
    /// <summary>Hexadecimal digits of a hash in a ledger: half of SHA-256.</summary>
    public const int Digits = 32;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Hashes texts.</summary>
    /// <param name="texts">Without line feeds.</param>
    /// <returns>Small hexadecimal digits, <see cref="Digits"/> of them.</returns>
    public static string Of(params ReadOnlySpan<string> texts)
    {
        var hash = new EvidenceHash();
        hash.Add(texts);
        return hash.ToString();
    }

    /// <summary>Adds a scenario, what it is and what it came to.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cells">Measure cells.</param>
    public void Add(Scenario scenario, ReadOnlySpan<string> cells)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Append(scenario.Id);
        Append(ScenarioText.Print(scenario));
        Add(cells);
    }

    /// <summary>Adds a group of texts.</summary>
    /// <param name="texts">Without line feeds.</param>
    public void Add(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            Append(text);
        }

        _hash.AppendData("\n"u8);
    }

    /// <summary>The hash of what was added so far.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..Digits];

    private void Append(string text)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData("\n"u8);
    }
}
