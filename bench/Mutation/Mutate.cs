using System.Globalization;

namespace Compare.Bench;

/// <summary>Mutation testing of the code that decides: <c>mutate COPY LIST [MUTANTS [SEED]]</c>, run by <c>bench/mutate.sh</c>.</summary>
public static class Mutate
{
    /// <summary>Judges a random sample of mutants and adds each verdict to a list. What the list says is killed is not run again.</summary>
    /// <param name="args">A built copy of the repository, whose assemblies are overwritten; the list; how many mutants, 400 unless told;
    /// seed, 1 unless told.</param>
    /// <returns>0 if at least 90 of 100 were killed, 1 if not, 2 if the arguments cannot be used.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (size, seed) = (400, 1);
        if (args.Length is < 2 or > 4
            || (args.Length > 2 && !int.TryParse(args[2], NumberStyles.None, CultureInfo.InvariantCulture, out size))
            || (args.Length > 3 && !int.TryParse(args[3], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
        {
            Console.Error.WriteLine("expected mutate COPY LIST [MUTANTS [SEED]]");
            return 2;
        }

        var (sample, all) = Sample(Path.GetFullPath(args[0]), size, seed);
        Console.WriteLine($"{sample.Count} mutants that compile, of {all} in all; seed {seed}");
        var tests = new MutantTests(Path.GetFullPath(args[0]));
        tests.RunClean();
        return Judge(sample, tests, args[1]) ? 0 : 1;
    }

    private static (List<Mutant> Sample, int All) Sample(string root, int size, int seed)
    {
        MutantBuild[] projects =
        [
            new(root, "src/Engine", "Compare.Engine"),
            new(root, "strategies", "Compare.Strategies"),
            new(
                root,
                "src/Comparison",
                "Compare.Comparison",
                "Outcomes", "Rules", "Differing", "Conditions", "Minimising", "Findings", "SignOff", "Regression"),
        ];
        var all = Write(projects, []).Mutants;
        var order = all.Select(mutant => mutant.Id).ToArray();
        new Random(seed).Shuffle(order);

        // More than asked for, so that enough remain where some do not compile.
        var wanted = order.Take(size * 2).ToHashSet();
        for (var failed = true; failed;)
        {
            failed = false;
            foreach (var (project, compilation) in projects.Zip(Write(projects, wanted).Projects))
            {
                var culprits = project.Emit(compilation);
                wanted.ExceptWith(culprits);
                failed |= culprits.Count > 0;
            }
        }

        return ([.. order.Where(wanted.Contains).Take(size).Select(id => all[id - 1])], all.Count);
    }

    private static (List<Mutant> Mutants, List<Microsoft.CodeAnalysis.CSharp.CSharpCompilation> Projects) Write(
        MutantBuild[] projects, HashSet<int> wanted)
    {
        var mutants = new List<Mutant>();
        return (mutants, [.. projects.Select(project => project.With(mutants, wanted))]);
    }

    private static bool Judge(List<Mutant> sample, MutantTests tests, string list)
    {
        var known = (File.Exists(list) ? File.ReadAllLines(list) : [])
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length == 2 && cells[1].StartsWith("killed", StringComparison.Ordinal))
            .DistinctBy(cells => cells[0])
            .ToDictionary(cells => cells[0], cells => cells[1]);
        var verdicts = new List<(Mutant Mutant, string Verdict)>();
        foreach (var mutant in sample)
        {
            var before = known.GetValueOrDefault($"{mutant.Id} {mutant}");
            var verdict = before ?? tests.Judge(mutant);
            verdicts.Add((mutant, verdict));
            if (before is null)
            {
                File.AppendAllText(list, $"{mutant.Id} {mutant}\t{verdict}\n");
            }
        }

        var alive = verdicts.FindAll(row => row.Verdict is "survived" or "unreached");
        foreach (var (mutant, verdict) in verdicts.Where(row => !row.Verdict.StartsWith("killed", StringComparison.Ordinal)).OrderBy(row => row.Mutant.Id))
        {
            Console.WriteLine($"{verdict}\t{mutant}");
        }

        Console.WriteLine($"{sample.Count - alive.Count} of {sample.Count} killed: {100.0 * (sample.Count - alive.Count) / sample.Count:F1} %");
        return alive.Count * 10 <= sample.Count;
    }
}
