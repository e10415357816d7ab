using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;

namespace Compare.Patches;

/// <summary>What a mail or a commit says of its patch; each null where it is not told.</summary>
/// <param name="Subject">The subject without what stands in brackets before it.</param>
/// <param name="Author">The name of who wrote it.</param>
/// <param name="Date">The day, where the sender was.</param>
/// <param name="Tag">What stands in brackets before the subject, without the word <c>PATCH</c>.</param>
/// <param name="Commit">The hash.</param>
internal sealed partial record PatchWords(string? Subject, string? Author, DateOnly? Date, string? Tag, string? Commit)
{
    /// <summary>Nothing is told.</summary>
    public static readonly PatchWords None = new(null, null, null, null, null);

    private static readonly string[] DateForms = ["ddd MMM d HH:mm:ss yyyy zzz", "yyyy-MM-dd HH:mm:ss zzz"];

    /// <summary>The words with the subject of a mail.</summary>
    /// <param name="text">The subject as it stands, with brackets and <c>Re:</c>; null or empty if there is none.</param>
    public PatchWords WithSubject(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return this;
        }

        var match = Brackets().Match(text);
        var tag = string.Join(' ', match.Groups[1].Captures
            .SelectMany(capture => capture.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(word => !word.Equals("PATCH", StringComparison.OrdinalIgnoreCase)));
        var subject = Blanks().Replace(text[match.Length..], " ").Trim();
        return this with { Subject = subject.Length == 0 ? null : subject, Tag = tag.Length == 0 ? null : tag };
    }

    /// <summary>The words with an author.</summary>
    /// <param name="text">The name with or without an address.</param>
    public PatchWords WithAuthor(string text)
        => MailboxAddress.TryParse(text, out var mailbox)
            ? this with { Author = string.IsNullOrWhiteSpace(mailbox.Name) ? null : mailbox.Name.Trim() }
            : this;

    /// <summary>The words with a day.</summary>
    /// <param name="text">The day as mails or git write it; another text tells none.</param>
    public PatchWords WithDate(string text)
        => DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || DateUtils.TryParse(text, out date)
            ? this with { Date = DateOnly.FromDateTime(date.DateTime) }
            : this;

    /// <summary>The words with a field of a mail's header.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="text">Its text, as it stands.</param>
    public PatchWords WithField(string name, string text) => name.ToUpperInvariant() switch
    {
        "FROM" => WithAuthor(text),
        "SUBJECT" => WithSubject(Rfc2047.DecodeText(System.Text.Encoding.UTF8.GetBytes(text))),
        "DATE" => WithDate(text),
        _ => this,
    };

    /// <summary>The words with the hash that <c>git format-patch</c> writes into the separator of an mbox.</summary>
    /// <param name="separator">The separator; null if there is none.</param>
    public PatchWords WithSeparator(string? separator)
        => Hash().Match(separator ?? "") is { Success: true } match && match.Groups[1].Value.Any(digit => digit != '0')
            ? this with { Commit = match.Groups[1].Value }
            : this;

    [GeneratedRegex(@"^\s*(?:(?:re|fwd?|aw)\s*:\s*|\[([^\]]*)\]\s*)*", RegexOptions.IgnoreCase)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^From ([0-9a-f]{40}|[0-9a-f]{64}) Mon Sep 17 00:00:00 2001")]
    private static partial Regex Hash();
}
