using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Bench;

/// <summary>Random and mutated input for whatever reads what a user wrote: <c>fuzz [SECONDS [SEED]]</c>, seconds for each reader.</summary>
/// <remarks>Input is either read or refused with an <see cref="InputException"/>, within two seconds. Anything else is shown with the
/// input, and the exit code is 1.</remarks>
public static class Fuzz
{
    private const int SlowMilliseconds = 2_000;

    private static readonly FilterVocabulary Vocabulary = new(["v4.13", "v6.1"], ["original", "v2", "zwisler"]);

    private static readonly string[] Filters =
    [
        "fs = ro and access in writes",
        "not (mapping in (private, \"private_ro\") or prior = none) and kernel != v6.1",
        "steps ~ \"load *\" or id !~ *+?ar* and not not at not in (near, far)",
        "id = \"say \"\"and\"\"\" or (((size = full)))",
    ];

    /// <summary>What filters and tables are made of, legal or nearly so.</summary>
    private static readonly string[] Pieces =
    [
        " ", "\"", "\"\"", "(", ")", ",", "=", "!=", "~", "!~", "!", "*", "?", "\n", "\r\n", "\r", "\t", "\0", "|", "'", ";", "@", "-",
        "and", "or", "not", "in", "not (", " in (", "none", "fs", "kernel", "steps", "prior", "writes", "readonly", "load", "store@near",
        "\uFEFF", "é", "e\u0301", "語", "😀", "\uD83D", "\u2028", "9999999999999999999999", "*|", "PMD:FALLBACK*", "livelock", "blocked",
        "ok|", "id,", ",,", "\"\n\"",
    ];

    private static long _started;
    private static volatile string _input = "";

    /// <summary>Runs every fuzzer.</summary>
    /// <param name="args">Seconds for each, 10 unless told; seed, 1 unless told.</param>
    /// <returns>0 if every input was read or refused, 1 if not, 2 if the arguments cannot be used.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (seconds, seed) = (10, 1);
        if (args.Length > 2
            || (args.Length > 0 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            || (args.Length > 1 && !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
        {
            Console.Error.WriteLine("expected fuzz [SECONDS [SEED]]");
            return 2;
        }

        if (Observations() is not { } rows)
        {
            Console.Error.WriteLine("found no tests/Observations here or above, expected to run inside of the checkout");
            return 2;
        }

        var directory = Directory.CreateTempSubdirectory("compare-fuzz-");
        using var watchdog = new Timer(_ => EndIfStuck(directory), null, SlowMilliseconds, SlowMilliseconds / 4);
        try
        {
            var scenarios = rows.Select(row => CutColumns(row, first: 1, count: 2, keep: 9)).ToArray();
            var isClean = For(seconds, seed, "filter", random => FilterText(random), CheckFilter)
                & For(seconds, seed, "outcomes", random => TableText(random, rows), text => CheckTable(directory, text, path => OutcomeTable.Read(path)))
                & For(seconds, seed, "scenarios", random => TableText(random, scenarios), text => CheckTable(directory, text, ScenarioTable.Read));
            return isClean ? 0 : 1;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static bool For(int seconds, int seed, string name, Func<Random, string> make, Action<string> check)
    {
        var random = new Random(seed);
        var (read, refused, failed, slowest) = (0, 0, 0, 0L);
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 1_000L * seconds && failed < 10)
        {
            _input = make(random);
            Volatile.Write(ref _started, Stopwatch.GetTimestamp());
            try
            {
                check(_input);
                read++;
            }
            catch (InputException)
            {
                refused++;
            }
#pragma warning disable CA1031 // Every other exception is a finding, whatever its type.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failed++;
                Console.WriteLine($"{name}: {e}\ninput: {Shown(_input)}");
            }

            var milliseconds = (long)Stopwatch.GetElapsedTime(Volatile.Read(ref _started)).TotalMilliseconds;
            Volatile.Write(ref _started, 0);
            slowest = Math.Max(slowest, milliseconds);
            if (milliseconds > SlowMilliseconds)
            {
                failed++;
                Console.WriteLine($"{name}: took {milliseconds} ms\ninput: {Shown(_input)}");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {read} read, {refused} refused, {failed} failed, the slowest took {slowest} ms (seed {seed})"));
        return failed == 0;
    }

    /// <summary>An expression that is read is the same after printing; an error shows where it is.</summary>
    private static void CheckFilter(string text)
    {
        FilterExpression expression;
        try
        {
            expression = FilterExpression.Parse(text, Vocabulary);
        }
        catch (InputException e) when (e.Message.Split('\n') is not [['-', '-', ..], [' ', ' ', ..] or "", [.., '^']])
        {
            throw new InvalidOperationException($"no caret in: {e.Message}");
        }

        if (!expression.Equals(FilterExpression.Parse(expression.ToString(), Vocabulary)))
        {
            throw new InvalidOperationException($"another tree after printing: {expression}");
        }
    }

    private static void CheckTable<T>(DirectoryInfo directory, string text, Func<string, T> read)
    {
        // Every third input takes the way through gzip, and some of those with a damaged byte.
        var isPacked = text.Length % 3 == 0;
        var path = Path.Combine(directory.FullName, isPacked ? "t.csv.gz" : "t.csv");
        File.WriteAllBytes(path, isPacked ? Packed(text) : Bytes(text));
        read(path);
    }

    private static string FilterText(Random random)
    {
        if (random.Next(1_000) == 0)
        {
            return string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(50_000)));
        }

        var text = random.Next(4) == 0 ? "" : Filters[random.Next(Filters.Length)];
        return Mutated(random, text, random.Next(12), Filters[random.Next(Filters.Length)]);
    }

    private static string TableText(Random random, string[] rows)
    {
        var text = new StringBuilder(rows[0]).Append('\n');
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            text.Append(rows[random.Next(1, rows.Length)]).Append('\n');
        }

        return Mutated(random, text.ToString(), random.Next(4), rows[random.Next(rows.Length)]);
    }

    /// <summary>Inserts, removes, doubles and replaces at random.</summary>
    private static string Mutated(Random random, string text, int times, string donor)
    {
        for (; times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(8), text.Length - at);
            var from = random.Next(donor.Length);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(at, donor.Substring(from, Math.Min(random.Next(20), donor.Length - from))),
                3 => text.Remove(at, length).Insert(at, ((char)random.Next(0x20, 0x7F)).ToString()),
                4 => text.Insert(at, ((char)random.Next(0x1_0000)).ToString()),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }

    /// <summary>The header and the rows of every observation file of the checkout, or null.</summary>
    private static string[]? Observations()
    {
        for (var directory = new DirectoryInfo(Directory.GetCurrentDirectory()); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "tests", "Observations");
            if (Directory.Exists(path))
            {
                var files = Directory.GetFiles(path, "v*.csv").Order(StringComparer.Ordinal).Select(File.ReadAllLines).ToArray();
                return files.Length == 0 ? null : [files[0][0], .. files.SelectMany(lines => lines.Skip(1))];
            }
        }

        return null;
    }

    private static string CutColumns(string row, int first, int count, int keep)
    {
        var cells = row.Split(',').ToList();
        cells.RemoveRange(first, count);
        return string.Join(',', cells.Take(keep));
    }

    /// <summary>UTF-8; what is U+FFFD in the text becomes a byte that is not.</summary>
    private static byte[] Bytes(string text)
        => [.. Encoding.UTF8.GetBytes(text).Select(value => value == 0xEF && text.Length % 5 == 0 ? (byte)0xFF : value)];

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Bytes(text));
        }

        var packed = bytes.ToArray();
        if (text.Length % 2 == 0)
        {
            packed[text.Length % packed.Length] ^= (byte)(1 << (text.Length % 8));
        }

        return packed;
    }

    /// <summary>An input that never comes back cannot be waited for.</summary>
    private static void EndIfStuck(DirectoryInfo directory)
    {
        var started = Volatile.Read(ref _started);
        if (started != 0 && Stopwatch.GetElapsedTime(started).TotalMilliseconds > 10 * SlowMilliseconds)
        {
            Console.WriteLine($"not back after {10 * SlowMilliseconds} ms\ninput: {Shown(_input)}");
            directory.Delete(recursive: true);
            Environment.Exit(1);
        }
    }

    /// <summary>The input so that it can be pasted into a test.</summary>
    private static string Shown(string input)
        => $"\"{string.Concat(input.Select(c => c is >= ' ' and <= '~' and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:X4}"))}\"";
}
