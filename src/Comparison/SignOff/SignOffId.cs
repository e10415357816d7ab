using System.Text.RegularExpressions;

namespace Compare.Comparison;

/// <summary>Short names of what can be signed: <c>d-</c> (difference) or <c>f-</c> (finding), and eight hexadecimal digits.</summary>
public static partial class SignOffId
{
    private const int HashDigits = 8;

    /// <summary>The name of an item: the same as long as what it is about and what it says are the same.</summary>
    /// <param name="isFinding">Whether it is a finding.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="title">What it says.</param>
    public static string Of(bool isFinding, string subject, string title)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(title);
        var prefix = isFinding ? "f-" : "d-";
        return prefix + EvidenceHash.Of(prefix, subject, title)[..HashDigits];
    }

    /// <summary>Whether a text has the form of a name.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"\A[df]-[0-9a-f]{8}\z")]
    private static partial Regex Form();
}
