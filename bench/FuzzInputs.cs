using System.IO.Compression;
using System.Text;
using CsCheck;

namespace Compare.Bench;

/// <summary>Texts and bytes that are legal, or nearly so.</summary>
internal static class FuzzInputs
{
    /// <summary>What filters, tables and scenarios are made of.</summary>
    private static readonly string[] Pieces =
    [
        " ", "\"", "\"\"", "(", ")", ",", "=", "!=", "~", "!~", "!", "*", "?", "\n", "\r\n", "\r", "\t", "\0", "|", "'", ";", "@", "-",
        "and", "or", "not", "in", "not (", " in (", "none", "fs", "kernel", "steps", "prior", "writes", "readonly", "load", "store@near",
        "\uFEFF", "é", "e\u0301", "語", "😀", "\uD83D", "\u2028", "\u202E", "\u001B[31m", "9999999999999999999999", "*|", "PMD:FALLBACK*",
        "livelock", "blocked", "oops", "hang", "ok|", "id,", ",,", "\"\n\"", "'=", "{", "}", "[", ":", "\\u0000", "\"a\":", "null", "1e999", "2017-08-23", "d-",
    ];

    /// <summary>One of some texts, with some changes in it.</summary>
    /// <param name="texts">The texts, and where parts to be put into them come from.</param>
    /// <param name="most">The most changes.</param>
    public static Gen<string> Mutated(string[] texts, int most) => Mutated(Gen.OneOfConst(texts), texts, most);

    /// <summary>A text with some changes in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="donors">Where parts to be put into it come from.</param>
    /// <param name="most">The most changes.</param>
    public static Gen<string> Mutated(Gen<string> text, string[] donors, int most)
    {
        var part = Gen.Select(Gen.OneOfConst(donors), Gen.Double.Unit, Gen.Int[0, 20], (donor, at, length) =>
        {
            var from = (int)(at * donor.Length);
            return donor.Substring(from, Math.Min(length, donor.Length - from));
        });
        var piece = Gen.OneOf(Gen.OneOfConst(Pieces), part, Gen.Char[' ', '~'].Select(one => $"{one}"), Gen.Char.Select(one => $"{one}"));
        var times = Gen.Frequency((999, Gen.Const(1)), (1, Gen.Int[1, 50_000]));
        var change = Gen.Select(Gen.Double.Unit, Gen.Int[0, 7], Gen.Bool, piece, times);
        return Gen.Select(text, change.Array[0, most], (begin, changes) => changes.Aggregate(begin, (now, one) =>
        {
            var at = (int)(one.Item1 * now.Length);
            var length = Math.Min(one.Item2, now.Length - at);
            var put = one.Item3 ? string.Concat(Enumerable.Repeat(one.Item4, one.Item5)) : one.Item5 % 2 == 0 ? "" : now.Substring(at, length);
            return now.Remove(at, length).Insert(at, put + (one.Item3 ? "" : put));
        }));
    }

    /// <summary>A header and some lines in ordinal order, as one text.</summary>
    /// <param name="rows">The header and the lines.</param>
    public static Gen<string> Table(string[] rows)
        => Gen.OneOfConst(rows[1..]).Array[1, 4].Select(lines => string.Concat(
            lines.Distinct().Order(StringComparer.Ordinal).Prepend(rows[0]).Select(line => line + "\n")));

    /// <summary>Bytes with some changes in them, or cut.</summary>
    /// <param name="bytes">The bytes.</param>
    public static Gen<byte[]> Damaged(Gen<byte[]> bytes)
    {
        var change = Gen.Select(Gen.Double.Unit, Gen.Int[0, 3], Gen.Byte.Array[0, 4]);
        return Gen.Select(bytes, change.Array[0, 3], (begin, changes) => changes.Aggregate(begin, (now, one) =>
        {
            var at = (int)(one.Item1 * now.Length);
            return one.Item2 == 3 ? now[..at] : [.. now[..at], .. one.Item3, .. now[Math.Min(now.Length, at + one.Item2)..]];
        }));
    }

    /// <summary>UTF-8; sometimes with a byte that is none.</summary>
    public static byte[] Bytes(string text)
        => [.. Encoding.UTF8.GetBytes(text).Select(value => value == 0xEF && text.Length % 5 == 0 ? (byte)0xFF : value)];

    /// <summary>A text as a gzip file.</summary>
    public static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Bytes(text));
        }

        return bytes.ToArray();
    }

    /// <summary>The header and the rows of every observation file.</summary>
    /// <param name="folder">Where they are; there is at least one.</param>
    public static string[] Observations(string folder)
    {
        var files = Directory.GetFiles(folder, "v*.csv").Order(StringComparer.Ordinal).Select(File.ReadAllLines).ToArray();
        return [files[0][0], .. files.SelectMany(lines => lines.Skip(1))];
    }

    /// <summary>The tests of the checkout, or null.</summary>
    public static string? Tests()
    {
        for (var directory = new DirectoryInfo(Directory.GetCurrentDirectory()); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "tests");
            if (Directory.Exists(Path.Combine(path, "Observations")) && Directory.Exists(Path.Combine(path, "Mail")))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>A text so that it can be pasted into a test.</summary>
    public static string Shown(string input)
        => $"\"{string.Concat(input.Select(c => c is >= ' ' and <= '~' and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:X4}"))}\"";
}
