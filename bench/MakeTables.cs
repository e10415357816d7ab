using System.Globalization;
using Compare.Comparison;
using Compare.Engine;
using Compare.Reports;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Bench;

/// <summary>Two outcome tables of which one row in a hundred differs: <c>make-tables ROWS DIR [scattered]</c>.</summary>
/// <remarks>
/// The rows are those of the cross matrix, as often as needed under other ids. Without <c>scattered</c> what differs has a pattern, as an edit
/// makes it; with it, every hundredth row differs, whatever it is. No row is made at random: the same arguments give the same bytes.
/// </remarks>
public static class MakeTables
{
    /// <summary>Writes <c>old.csv</c> and <c>new.csv</c>.</summary>
    /// <param name="args">Number of rows; directory; perhaps <c>scattered</c>.</param>
    /// <returns>0, or 2 if the arguments cannot be used.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Length is < 2 or > 3
            || (args.Length == 3 && args[2] != "scattered")
            || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            || rows < 100)
        {
            Console.Error.WriteLine("expected make-tables ROWS DIR [scattered], at least 100 rows");
            return 2;
        }

        using var files = new AtomicFiles();
        using (var before = new OutcomeTableWriter(files.CreateTable(Path.Combine(args[1], "old.csv"))))
        using (var after = new OutcomeTableWriter(files.CreateTable(Path.Combine(args[1], "new.csv"))))
        {
            Write(rows, args.Length == 3, before, after);
        }

        files.Commit();
        return 0;
    }

    private static void Write(int rows, bool scattered, OutcomeTableWriter before, OutcomeTableWriter after)
    {
        var contenders = Contender.Product([KernelProfiles.V413, KernelProfiles.V61, KernelProfiles.V612], [new Original(), new V2(), new Zwisler()]);
        var count = 0;
        for (var copy = 0; count < rows; copy++)
        {
            var name = copy == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"copy{copy}.");
            var scenarios = CrossMatrix.Enumerate()
                .Select(scenario => new Scenario(name + scenario.Id, scenario.Setup, scenario.Steps))
                .Take((rows - count + contenders.Length - 1) / contenders.Length);
            new MatrixRun(contenders, Environment.ProcessorCount).Run(scenarios, part =>
            {
                for (var i = 0; i < part.Scenarios.Length; i++)
                {
                    for (var contender = 0; contender < contenders.Length && count < rows; contender++, count++)
                    {
                        var (scenario, outcome) = (part.Scenarios[i], part[i, contender]!);
                        before.Write(scenario, contenders[contender], outcome);
                        var isChanged = scattered ? count % 100 == 7 : IsEdited(scenario, contenders[contender].StrategyName);
                        after.Write(scenario, contenders[contender], isChanged ? Changed(outcome) : outcome);
                    }
                }
            });
        }
    }

    /// <summary>As if one predicate allocated a block for stores and forced writes into holes of private mappings.</summary>
    private static bool IsEdited(Scenario scenario, string strategy) => strategy == "zwisler"
        && scenario.Setup.Mapping is MappingKind.Private or MappingKind.PrivateReadOnly
        && scenario.Setup.Extents == ExtentLayout.Hole
        && scenario.Setup.Geometry != Geometry.Small
        && scenario.Steps[^1].Verb is Verb.Store or Verb.Force;

    private static Outcome Changed(Outcome outcome)
    {
        var last = outcome.Steps[^1];
        return new Outcome(outcome.Steps.SetItem(outcome.Steps.Length - 1, last with { SectorsDelta = last.SectorsDelta == 8 ? 16 : 8 }), []);
    }
}
