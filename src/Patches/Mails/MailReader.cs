using MimeKit;

namespace Compare.Patches;

/// <summary>Takes a mail apart into the texts that may hold a patch.</summary>
internal static class MailReader
{
    /// <summary>How deep parts may stand in parts.</summary>
    private const int DeepestPart = 32;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 2 * DeepestPart };

    /// <summary>The parts of a mail: its text, and attachments that may be patches.</summary>
    /// <param name="file">The file that holds the mail.</param>
    /// <param name="mail">The mail.</param>
    /// <exception cref="InputException">It is no mail, or too deep, or cut off.</exception>
    public static IEnumerable<PatchPart> Parts(MailFile file, MailSlice mail)
    {
        var slice = file.Slice(mail.Start, mail.End);
        using var stream = new MemoryStream(slice.Array!, slice.Offset, slice.Count, writable: false);
        var message = Parse(file, mail, stream);
        return [.. Walk(message, PatchWords.None.WithSeparator(mail.Separator), depth: 0)];

        IEnumerable<PatchPart> Walk(MimeMessage inner, PatchWords outer, int depth)
            => inner.Body is { } body ? WalkEntity(body, Words(inner, outer), depth) : [];

        IEnumerable<PatchPart> WalkEntity(MimeEntity entity, PatchWords words, int depth) => entity switch
        {
            _ when depth > DeepestPart => throw file.Error(file.LineAt(mail.Start), $"found a mail with more than {DeepestPart} parts inside each other, expected fewer"),
            MessagePart { Message: { } inner } => Walk(inner, PatchWords.None, depth + 1),
            MultipartAlternative alternative when alternative.FirstOrDefault(IsText) is { } plain => WalkEntity(plain, words, depth + 1),
            Multipart parts => parts.SelectMany(part => WalkEntity(part, words, depth + 1)),
            MimePart part when IsText(part) => PatchPart.Split(new(file.Name, 0, MailContent.Lines(file, mail.Start, part)), words),
            _ => [],
        };
    }

    private static MimeMessage Parse(MailFile file, MailSlice mail, Stream stream)
    {
        try
        {
            return new MimeParser(Options, stream, MimeFormat.Entity, persistent: true).ParseMessage();
        }
        catch (FormatException failure)
        {
            throw file.Error(file.LineAt(mail.Start), $"found no mail: {failure.Message}");
        }
    }

    private static PatchWords Words(MimeMessage message, PatchWords outer)
    {
        var words = outer.WithSubject(message.Subject);
        return words with
        {
            Author = message.From.Mailboxes.FirstOrDefault()?.Name is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : null,
            Date = message.Headers.Contains(HeaderId.Date) && message.Date != default ? DateOnly.FromDateTime(message.Date.DateTime) : null,
        };
    }

    /// <summary>Whether a part may hold a patch: plain text, or what its type or name calls a patch.</summary>
    private static bool IsText(MimeEntity entity)
    {
        var type = entity.ContentType;
        return entity is MimePart part
            && part.Content is not null
            && (type.MediaSubtype.Contains("patch", StringComparison.OrdinalIgnoreCase)
                || type.MediaSubtype.Contains("diff", StringComparison.OrdinalIgnoreCase)
                || type.IsMimeType("text", "plain")
                || Path.GetExtension(part.FileName ?? "").ToUpperInvariant() is ".PATCH" or ".DIFF" or ".MBOX" or ".EML");
    }
}
