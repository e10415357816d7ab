using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Compare.Comparison;

/// <summary>Hashes scenarios as they run, every column of each.</summary>
public sealed class MatrixFingerprint : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder _text = new();

    /// <summary>How many scenarios were added.</summary>
    public long Scenarios { get; private set; }

    /// <summary>Adds the next scenario.</summary>
    /// <param name="scenario">In ordinal order of the id.</param>
    public void Add(Scenario scenario)
    {
        Scenarios++;
        _text.Clear();
        foreach (var column in ScenarioColumns.All)
        {
            var field = ScenarioColumns.Text(scenario, column);
            _text.Append(CultureInfo.InvariantCulture, $"{field.Length}:").Append(field);
        }

        _hash.AppendData(Encoding.UTF8.GetBytes(_text.ToString()));
    }

    /// <summary>The hash (SHA-256, hexadecimal) of all that were added.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Gives the hash's memory back.</summary>
    public void Dispose() => _hash.Dispose();
}
