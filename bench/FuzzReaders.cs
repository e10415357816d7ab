using System.Text;
using Compare.Comparison;
using Compare.Reports;
using Compare.Scenarios;
using CsCheck;

namespace Compare.Bench;

/// <summary>A reader of what a user wrote.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Run">Gives it inputs for some seconds, the first made by a seed; tells whether it took or refused each.</param>
internal sealed record FuzzReader(string Name, Func<int, string?, bool> Run);

/// <summary>Every reader, with its inputs and with what holds for all that it takes.</summary>
/// <param name="directory">Where files may be written.</param>
/// <param name="rows">Header and rows of an outcome table.</param>
internal sealed class FuzzReaders(string directory, string[] rows)
{
    private static readonly FilterVocabulary Vocabulary = new(["v4.13", "v6.1", "v6.12"], ["original", "v2", "zwisler"]);

    private static readonly string[] Filters =
    [
        "fs = ro and access in writes",
        "not (mapping in (private, \"private_ro\") or prior = none) and kernel != v6.1",
        "steps ~ \"load *\" or id !~ *+?ar* and not not at not in (near, far)",
        "id = \"say \"\"and\"\"\" or (((size = full)))",
    ];

    private static readonly string[] Scenarios =
        ["fs=ro mapping=private steps=copyin", "id=a mount=nodax geometry=misaligned extent=hole size=partial thp=nohuge steps=store load@near fork", "steps=load"];

    private static readonly string[] Ledger =
    [
        string.Join(',', LedgerColumns.All),
        "d-0123abcd,accepted,a reviewer,2017-08-23,\"as meant, and right\",v4.13 original -> v4.13 zwisler,result: ok -> SIGBUS,12,0123456789abcdef0123456789abcdef",
        "f-0123abcd,rejected,é,2017-08-24,no,v6.1 v2,hang,1,fedcba9876543210fedcba9876543210",
    ];

    private static readonly string[] Records =
    [
        """{"version":"1.0.0","tool":"8a","engine":"e5","kernels":{"v4.13":"23"},"strategies":{"v2":"45","zwisler":"a5"},"scenarios":9720,"matrix":"4e","tables":{"outcomes.csv":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}""",
    ];

    private readonly string[] _scenarios = [.. rows.Select(row => string.Join(',', row.Split(',').Where((_, column) => column is not (1 or 2)).Take(9)))];

    public IEnumerable<FuzzReader> All =>
    [
        new("filter", (seconds, seed) => Fuzz.For("filter", FuzzInputs.Mutated(Filters, 12), Filter, FuzzInputs.Shown, seconds, seed, messageLines: 3)),
        OfText("scenario", FuzzInputs.Mutated(Scenarios, 6), Scenario),
        OfText("steps", FuzzInputs.Mutated(["load", "store@near fork load@far", "copyin punch truncate"], 6), Steps),
        OfText("outcomes", FuzzInputs.Mutated(FuzzInputs.Table(rows), rows, 4), text => OutcomeTable.Read(Write("t.csv", text))),
        OfText("scenarios", FuzzInputs.Mutated(FuzzInputs.Table(_scenarios), _scenarios, 4), text => ScenarioTable.Read(Write("t.csv", text))),
        OfText("ledger", FuzzInputs.Mutated(FuzzInputs.Table(Ledger), Ledger, 4), LedgerOf),
        OfText("run.json", FuzzInputs.Mutated(Records, 4), Record),
        new("gz", (seconds, seed) => Fuzz.For(
            "gz",
            FuzzInputs.Table(rows).SelectMany(text => FuzzInputs.Damaged(Gen.Const(FuzzInputs.Packed(text))).Select(bytes => (Text: text, Bytes: bytes))),
            input => Compressed(input.Text, input.Bytes),
            input => Convert.ToHexString(input.Bytes),
            seconds,
            seed)),
        new("diff", (seconds, seed) => Fuzz.For(
            "diff",
            FuzzInputs.Table(rows).SelectMany(text => Gen.Select(
                FuzzInputs.Mutated(Gen.Const(text), rows, 1), FuzzInputs.Mutated(Gen.Const(text), rows, 4))),
            input => Diff(input.Item1, input.Item2),
            input => $"{FuzzInputs.Shown(input.Item1)}, {FuzzInputs.Shown(input.Item2)}",
            seconds,
            seed)),
    ];

    internal static FuzzReader OfText(string name, Gen<string> inputs, Action<string> read)
        => new(name, (seconds, seed) => Fuzz.For(name, inputs, read, FuzzInputs.Shown, seconds, seed));

    /// <summary>An expression that is read is the same after printing; an error shows where it is.</summary>
    private static void Filter(string text)
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

        Require(expression.Equals(FilterExpression.Parse(expression.ToString(), Vocabulary)), $"another tree after printing: {expression}");
    }

    private static void Scenario(string text)
    {
        var scenario = ScenarioText.Parse(text);
        Require(scenario.Equals(ScenarioText.Parse($"id={scenario.Id} {ScenarioText.PrintShort(scenario)}")), $"another scenario after printing: {scenario}");
    }

    private static void Steps(string text)
    {
        Require(
            StepText.TryParse(text, out var steps, out var problem) ? StepText.Print(steps.AsSpan()) == text : problem.Length > 0,
            "other steps after printing");
        if (problem is not null)
        {
            throw new InputException(problem);
        }
    }

    internal static void Require(bool holds, string law)
    {
        if (!holds)
        {
            throw new InvalidOperationException(law);
        }
    }

    private void LedgerOf(string text)
    {
        var ledger = LedgerTable.Read(Write("t.csv", text));
        using (var file = File.Create(Path.Combine(directory, "u.csv")))
        {
            LedgerTableWriter.Write(ledger, file);
        }

        var again = LedgerTable.Read(Path.Combine(directory, "u.csv"));
        Require(ledger.Select(row => row with { Line = 0 }).SequenceEqual(again.Select(row => row with { Line = 0 })), "another ledger after writing");
    }

    /// <summary>The record is one of an empty table, whose hash it must have; what is damaged so that it speaks of no table is no record.</summary>
    private void Record(string text)
    {
        var table = Write("outcomes.csv", "");
        Write(RunRecord.FileName, text);
        if (RunRecordReader.Beside(table) is not { } record)
        {
            return;
        }

        using var bytes = new MemoryStream();
        RunRecordWriter.Write(record, bytes);
        Write(RunRecord.FileName, Encoding.UTF8.GetString(bytes.ToArray()));
        using var more = new MemoryStream();
        RunRecordWriter.Write(RunRecordReader.Beside(table)!, more);
        Require(bytes.ToArray().AsSpan().SequenceEqual(more.ToArray()), "another record after writing");
    }

    /// <summary>What is damaged is refused, and never a shorter table.</summary>
    private void Compressed(string text, byte[] packed)
    {
        var path = Path.Combine(directory, "t.csv.gz");
        File.WriteAllBytes(path, packed);
        Require(OutcomeTable.Read(path).Rows.Count() == text.Count(c => c == '\n') - 1, "another number of rows");
    }

    /// <summary>A diff is written in every format.</summary>
    private void Diff(string left, string right)
    {
        var (oldPath, newPath) = (Write("t.csv", left), Write("u.csv", right));
        var comparison = new TableComparison(oldPath, newPath, DiffOptions.Default);
        var diff = comparison.Run();
        var document = DiffReport.Of(new DiffCase(oldPath, newPath, diff, new ChangeCauses(null, null), []));
        MarkdownRenderer.Write(document, TextWriter.Null);
        new Screen(TextWriter.Null, Colour: false, int.MaxValue).Write(document);
        using var table = new DiffTableWriter(diff, Stream.Null);
        comparison.ShowCells(diff, table.Write);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(directory, name);
        File.WriteAllBytes(path, FuzzInputs.Bytes(text));
        return path;
    }
}
