using System.Security.Cryptography;
using System.Text;

namespace Compare.Comparison;

/// <summary>SHA-256 over texts without line feeds, each ended by one, and each group by one more.</summary>
/// <remarks>In one group alone other texts are other bytes, also where they join to the same. Of several groups an empty text could be
/// the end of one; but evidence has as many lines for each scenario as its contenders need, so that for as many contenders other cells
/// are other bytes.</remarks>
internal sealed class EvidenceHash : IDisposable
{
    /// <summary>Hexadecimal digits of a hash in a ledger: half of SHA-256.</summary>
    private const int Digits = 32;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Hashes texts.</summary>
    /// <param name="texts">Without line feeds.</param>
    /// <returns>Small hexadecimal digits, half of SHA-256.</returns>
    public static string Of(params ReadOnlySpan<string> texts)
    {
        using var hash = new EvidenceHash();
        hash.Add(texts);
        return hash.ToString();
    }

    /// <summary>Hashes scenarios and what they came to for some contenders: what a person saw, in whatever words.</summary>
    /// <param name="outcomes">The set.</param>
    /// <param name="isIn">For each scenario whether it counts.</param>
    /// <param name="contenders">Names of the contenders that do.</param>
    public static string Of(OutcomeSet outcomes, bool[] isIn, params ReadOnlySpan<ContenderName> contenders)
    {
        using var hash = new EvidenceHash();
        var cells = new Dictionary<int, byte[]>();
        var indices = new int[contenders.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = outcomes.Contenders.IndexOf(contenders[i]);
        }

        for (var scenario = 0; scenario < isIn.Length; scenario++)
        {
            if (!isIn[scenario])
            {
                continue;
            }

            hash.Append(outcomes.Scenarios[scenario].Id);
            hash.Append(ScenarioText.Print(outcomes.Scenarios[scenario]));
            foreach (var contender in indices)
            {
                var id = outcomes.IdOf(scenario, contender);
                if (!cells.TryGetValue(id, out var group))
                {
                    group = CellsOf(outcomes.Pool[id]);
                    cells.Add(id, group);
                }

                hash._hash.AppendData(group);
            }
        }

        return hash.ToString();
    }

    /// <summary>The hash of what was added so far.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..Digits];

    public void Dispose() => _hash.Dispose();

    private static byte[] CellsOf(Outcome outcome)
        => Encoding.UTF8.GetBytes(string.Concat(Enum.GetValues<Measure>().Select(measure => outcome.Text(measure) + "\n")) + "\n");

    private void Add(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            Append(text);
        }

        _hash.AppendData("\n"u8);
    }

    private void Append(string text)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData("\n"u8);
    }
}
