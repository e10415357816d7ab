using System.Text;

namespace Compare.Comparison;

/// <summary>Whether a column may hold a value. Values repeat, so those that were found good are remembered, a bounded number of short ones.</summary>
internal sealed class FieldCheck(Func<string, string?> refuse)
{
    private const int MostRemembered = 1 << 14;
    private const int LongestRemembered = 256;

    private NamePool _good = new();

    /// <summary>The check of a column; none where it may hold any text.</summary>
    public static FieldCheck? Of(string column) => Refusal(column) is { } refuse ? new FieldCheck(refuse) : null;

    /// <summary>Why the column cannot hold a value, or null if it can.</summary>
    public string? Refuse(ReadOnlySpan<byte> value)
    {
        if (_good.Find(value) >= 0)
        {
            return null;
        }

        if (refuse(Encoding.UTF8.GetString(value)) is { } problem)
        {
            return problem;
        }

        if (value.Length > LongestRemembered)
        {
            return null;
        }

        if (_good.Count == MostRemembered)
        {
            _good = new NamePool();
        }

        _good.CodeOf(value);
        return null;
    }

    private static Func<string, string?>? Refusal(string column)
    {
        var measure = OutcomeColumns.Measures.IndexOf(column);
        return measure >= 0 ? text => OutcomeText.Refuse((Measure)measure, text)
            : column != "id" && ScenarioColumns.All.Contains(column) ? text => ScenarioColumns.Refuse(column, text)
            : null;
    }
}
