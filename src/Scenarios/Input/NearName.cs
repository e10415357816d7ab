namespace Compare.Scenarios;

/// <summary>"Did you mean": the name that a misspelt word was probably meant to be.</summary>
public static class NearName
{
    /// <summary>Finds the nearest of some names.</summary>
    /// <param name="word">What was found.</param>
    /// <param name="names">What could have been meant.</param>
    /// <returns>The nearest name, the first of equally near ones; null if none is near: at most one edit for every three letters, and at
    /// least one. Case, and <c>-</c> or a blank for <c>_</c>, count for nothing.</returns>
    public static string? Find(string word, IEnumerable<string> names)
    {
        var plain = Plain(word);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var name in names)
        {
            var allowed = Math.Max(1, Math.Min(plain.Length, name.Length) / 3);
            if (Math.Abs(plain.Length - name.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(plain, Plain(name));
            if (distance < bestDistance && distance <= allowed)
            {
                best = name;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>The end of an error message that names the nearest name: <c>; did you mean 'x'?</c>, or nothing.</summary>
    /// <param name="word">What was found.</param>
    /// <param name="names">What could have been meant.</param>
    public static string Hint(string word, IEnumerable<string> names)
        => Find(word, names) is { } name ? $"; did you mean '{name}'?" : "";

    private static string Plain(string word) => word.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that make one word of the other.</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1];
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
