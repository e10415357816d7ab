using System.Globalization;

namespace Compare.Reports;

/// <summary>Numbers, lists and names as a person reads them, the same in every culture.</summary>
internal static class Phrases
{
    /// <summary>A number with a comma between thousands.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count, and what it is a count of where they differ.</summary>
    public static string Of(long part, long whole) => part == whole ? Number(whole) : $"{Number(part)} of {Number(whole)}";

    /// <summary>The same with what is counted.</summary>
    public static string Of(long part, long whole, string noun) => $"{Of(part, whole)} {noun}{(whole == 1 ? "" : "s")}";

    /// <summary>A count with its noun.</summary>
    public static string Counted(long count, string noun) => Of(count, count, noun);

    /// <summary>Words with commas, and <c>and</c> before the last one.</summary>
    public static string List(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>A count behind which stand the most frequent values of what is counted, each a whole; one alone without a number.</summary>
    public static Words Frequent(string count, IEnumerable<(string Value, long Count)> values, int most)
    {
        var all = values.ToArray();
        string[] shown = all.Length == 1 ? [all[0].Value] : [.. all.Take(most).Select(value => $"{value.Value} ({Number(value.Count)})")];
        if (all.Length > most)
        {
            shown = [.. shown, $"{Number(all.Length - most)} more"];
        }

        return shown.Length == 0
            ? count
            : Words.Join(
                " ",
                [
                    Words.Of($"{count}:", Tone.Whole),
                    .. shown.Select((value, i) => Words.Of(i < shown.Length - 1 ? value + "," : value, Tone.Whole)),
                ]);
    }

    /// <summary>How much of some scenarios was observed, as a clause.</summary>
    public static string Observed(ObservedShare share) => $"observed on a real kernel in {Number(share.Observed)} of {Counted(share.All, "scenario")}"
        + (share.Contradicted == 0 ? "" : $", and {Number(share.Contradicted)} of them contradicted (compare check)");

    /// <summary>A matrix as a person calls it.</summary>
    /// <param name="name">Its name, or the file of a table.</param>
    /// <param name="where">The filter that narrows it, if any.</param>
    public static string Matrix(string name, FilterExpression? where)
        => (name.Contains('.', StringComparison.Ordinal) ? name : $"the {name} matrix") + (where is null ? "" : $" where {where}");

    /// <summary>The name of a kernel, marked where none like it was observed.</summary>
    public static string Kernel(ContenderName contender)
        => contender.IsObserved ? contender.KernelName : $"{contender.KernelName} (never observed)";

    /// <summary>Kernel and strategy.</summary>
    public static string Name(ContenderName contender) => $"{Kernel(contender)} {contender.StrategyName}";
}
