using System.Collections.Immutable;
using System.Globalization;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>Legal scenarios and outcomes from a seed.</summary>
internal sealed class RandomRows(int seed)
{
    private const string IdLetters = "abcXYZ019 .+-_@,\"'|\n\réß語";

    private readonly Random _random = new(seed);

    public Scenario Scenario(int number)
    {
        var steps = Enumerable.Range(0, _random.Next(1, 7)).Select(_ => Step()).ToImmutableArray();
        while (true)
        {
            var setup = new WorldSetup(
                Any(Axes.Mounts),
                Any(Axes.FileSystems),
                Any(Axes.Mappings),
                Any(Axes.Geometries),
                Any(Axes.Extents),
                Any(Axes.Lengths),
                Any(Axes.HugePages));
            if (ScenarioRules.Check(setup, steps) is null)
            {
                return new Scenario(Id(number), setup, steps);
            }
        }
    }

    public OutcomeRow Outcome(Scenario scenario, string kernel, string strategy)
    {
        var end = _random.Next(4) switch { 0 => "blocked", 1 => "livelock", _ => "ok" };
        var ran = end == "ok" ? scenario.Steps.Length : _random.Next(1, scenario.Steps.Length + 1);
        var values = OutcomeColumns.Measures.Select(_ => new string[ran]).ToArray();
        for (var i = 0; i < ran; i++)
        {
            var result = i == ran - 1 && end != "ok" ? end : Any("ok", "SIGBUS", "SIGSEGV", "EFAULT", "EROFS");
            var stopped = result is "blocked" or "livelock";
            values[(int)Measure.Result][i] = result;
            values[(int)Measure.Page][i] = stopped || scenario.Steps[i].Verb == Verb.Fork ? "-" : Any("absent", "dax", "zero", "anon");
            values[(int)Measure.Handler][i] = result switch
            {
                "blocked" => Any("", "PUD", "PUD:FALLBACK PMD"),
                "livelock" => Any("PMD:FALLBACK*", "PTE:NOPAGE*"),
                _ => Any("", "PUD:FALLBACK PMD:NOPAGE", "PTE:NOPAGE MKWRITE:NOPAGE", "PAGE_MKWRITE"),
            };
            foreach (var count in (Measure[])[Measure.JournalStarts, Measure.IomapStarts, Measure.ThpFaultFallback, Measure.ThpSplitPmd])
            {
                values[(int)count][i] = result == "livelock" ? "*" : _random.Next(12).ToString(CultureInfo.InvariantCulture);
            }

            values[(int)Measure.MtimeChanged][i] = Any("0", "1", "?");
            values[(int)Measure.BlocksDelta][i] = _random.Next(-8192, 8192).ToString(CultureInfo.InvariantCulture);
        }

        return OutcomeRow.Create(scenario, kernel, strategy, [.. values.Select(cell => string.Join('|', cell))]);
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] array = [.. items];
        _random.Shuffle(array);
        return array;
    }

    private string Id(int number)
        => $"{number}#" + string.Concat(Enumerable.Range(0, _random.Next(6)).Select(_ => IdLetters[_random.Next(IdLetters.Length)]));

    private Step Step()
    {
        var verb = new Step(Any(Axes.Verbs));
        return verb.IsAccess ? verb with { Place = Any(Axes.Places) } : verb;
    }

    private T Any<T>(Words<T> words)
        where T : struct, Enum
        => Any([.. words.Values]);

    private T Any<T>(params T[] items) => items[_random.Next(items.Length)];
}
