using System.Text;
using MimeKit;
using MimeKit.IO;

namespace Compare.Patches;

/// <summary>Decodes a part of a mail into lines, each with its line in the file.</summary>
internal static class MailContent
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    /// <summary>The lines of a part.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">The offset of the mail in it.</param>
    /// <param name="part">A part that has a content.</param>
    /// <exception cref="InputException">The encoding is cut off.</exception>
    public static ImmutableArray<PatchTextLine> Lines(MailFile file, int offset, MimePart part)
    {
        var content = part.Content!;
        var stream = (BoundStream)content.Stream!;
        var (start, end) = (offset + (int)stream.StartBoundary, offset + (int)stream.EndBoundary);
        var raw = file.Slice(start, end < start ? start : end);
        var first = file.LineAt(start);
        var bytes = Decode(content);
        var lines = Split(bytes);
        var places = content.Encoding switch
        {
            ContentEncoding.Base64 => Base64(file, raw, first, lines),
            ContentEncoding.QuotedPrintable => QuotedPrintable(raw, first),
            ContentEncoding.UUEncode => [.. lines.Select(_ => first)],
            _ => [.. lines.Select((_, index) => first + index)],
        };
        var encoding = part.ContentType.CharsetEncoding is { } known and not ASCIIEncoding ? known : Encoding.UTF8;
        return [.. lines.Select((line, index) => new PatchTextLine(
            encoding.GetString(bytes, line.Start, line.Length).TrimEnd('\r'), places[Math.Min(index, places.Count - 1)]))];
    }

    private static byte[] Decode(IMimeContent content)
    {
        using var memory = new MemoryStream();
        content.DecodeTo(memory);
        return memory.ToArray();
    }

    private static List<(int Start, int Length)> Split(byte[] bytes)
    {
        var lines = new List<(int Start, int Length)>();
        for (var start = 0; start <= bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start) is >= 0 and var at ? at : bytes.Length;
            lines.Add((start, end - start));
            start = end + 1;
        }

        return lines;
    }

    /// <summary>Where each line begins: a line ends with its encoded one, but not at <c>=</c>, and also at <c>=0A</c>.</summary>
    private static List<int> QuotedPrintable(ArraySegment<byte> raw, int first)
    {
        var places = new List<int> { first };
        foreach (var line in Encoding.ASCII.GetString(raw).Split('\n'))
        {
            places.AddRange(Enumerable.Repeat(first, line.Split("=0A").Length - 1));
            first++;
            if (!line.TrimEnd().EndsWith('='))
            {
                places.Add(first);
            }
        }

        return places;
    }

    /// <summary>Where each line begins: four digits stand for three bytes.</summary>
    private static List<int> Base64(MailFile file, ArraySegment<byte> raw, int first, List<(int Start, int Length)> lines)
    {
        var ends = new List<int>();
        var digits = 0;
        foreach (var line in Encoding.ASCII.GetString(raw).Split('\n'))
        {
            digits += line.Count(digit => Digits.Contains(digit, StringComparison.Ordinal));
            ends.Add(digits);
        }

        if (digits % 4 != 0)
        {
            throw file.Error(first + ends.IndexOf(digits), $"found base64 that ends after {digits} digits, expected a multiple of 4; was the mail cut off?");
        }

        return [.. lines.Select(line => ends.BinarySearch((line.Start / 3 * 4) + (line.Start % 3) + 1) is var index && index < 0 ? first + ~index : first + index)];
    }
}
