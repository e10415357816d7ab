using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

public sealed class ObservationTests
{
    private static readonly SortedDictionary<string, int> Rows = new(StringComparer.Ordinal)
    {
        ["v4.13-original.csv"] = 4_345,
        ["v4.13-v2-nosplit.csv"] = 600,
        ["v4.13-v2.csv"] = 4_345,
        ["v4.13-zwisler.csv"] = 4_345,
        ["v6.1-aborted-zwisler.csv"] = 444,
        ["v6.1-blocks-v2.csv"] = 7,
        ["v6.1-blocks-zwisler.csv"] = 7,
        ["v6.1-chosen-zwisler.csv"] = 216,
        ["v6.1-last-zwisler.csv"] = 1_000,
        ["v6.1-later-zwisler.csv"] = 1_200,
        ["v6.1-latest-zwisler.csv"] = 800,
        ["v6.1-missing-v2.csv"] = 1,
        ["v6.1-missing-zwisler.csv"] = 1,
        ["v6.1-original.csv"] = 4_345,
        ["v6.1-plan-zwisler.csv"] = 9,
        ["v6.1-steps-zwisler.csv"] = 1_200,
        ["v6.1-v2-nosplit.csv"] = 901,
        ["v6.1-v2.csv"] = 4_345,
        ["v6.1-witness-v2.csv"] = 160,
        ["v6.1-witness-zwisler.csv"] = 160,
        ["v6.1-zwisler.csv"] = 4_345,
        ["v6.12-aborted-zwisler.csv"] = 444,
        ["v6.12-chosen-zwisler.csv"] = 216,
        ["v6.12-last-zwisler.csv"] = 1_000,
        ["v6.12-later-zwisler.csv"] = 1_200,
        ["v6.12-latest-zwisler.csv"] = 800,
        ["v6.12-original.csv"] = 4_345,
        ["v6.12-plan-zwisler.csv"] = 9,
        ["v6.12-steps-zwisler.csv"] = 1_200,
        ["v6.12-v2.csv"] = 4_345,
        ["v6.12-zwisler.csv"] = 4_345,
    };

    public static TheoryData<string> EveryFile => [.. Rows.Keys];

    [Fact]
    public void Every_file_that_was_recorded_is_there_with_every_row()
        => Assert.Equal(Rows, ObservedRows.Files.ToDictionary(file => file, file => ObservedRows.Of(file).Length));

    [Theory]
    [MemberData(nameof(EveryFile))]
    public void Every_observed_value_is_what_the_model_gives(string file)
    {
        var rows = ObservedRows.Of(file);
        var check = Check([.. rows]);
        Assert.True(check.Mismatches.Count == 0, $"{check.Mismatches.Count} mismatches\n{First(check.Mismatches)}");
        var agreements = check.Agreements.Select(item => item.Value).ToArray();
        Assert.Equal(rows.Length, agreements.Sum(agreement => agreement.AgreeingRows));
        var known = rows.Sum(row => row.Values(Measure.MtimeChanged).Count(value => value != "?"));
        Assert.Equal(known, agreements.Sum(agreement => agreement.Agreeing(Measure.MtimeChanged)));
        Assert.Equal(rows.Sum(row => row.StepsRun), agreements.Sum(agreement => agreement.Agreeing(Measure.Handler)));
    }

    [Theory]
    [InlineData(Measure.Result, "ENOMEM")]
    [InlineData(Measure.Page, "zero")]
    [InlineData(Measure.Handler, "PTE:NOPAGE")]
    [InlineData(Measure.JournalStarts, "7")]
    [InlineData(Measure.IomapStarts, "7")]
    [InlineData(Measure.ThpFaultFallback, "7")]
    [InlineData(Measure.ThpSplitPmd, "7")]
    [InlineData(Measure.MtimeChanged, "0")]
    [InlineData(Measure.BlocksDelta, "-16")]
    public void An_observation_with_one_value_changed_is_reported_as_exactly_that(Measure measure, string wrong)
    {
        var row = SharedStoreAfterLoad();
        var values = row.Values(measure);
        var check = Check(Changed(row, measure, string.Join('|', values.SetItem(1, wrong))));
        var mismatch = Assert.Single(check.Mismatches);
        Assert.Equal((1, measure, wrong, values[1]), (mismatch.Step, mismatch.Measure, mismatch.Expected, mismatch.Actual));
        var agreement = Assert.Single(check.Agreements).Value;
        Assert.Equal((1, 0), (agreement.Rows, agreement.AgreeingRows));
        Assert.Equal((2, 1), (agreement.Values(measure), agreement.Agreeing(measure)));
        Assert.All(Enum.GetValues<Measure>().Where(other => other != measure), other => Assert.Equal(2, agreement.Agreeing(other)));
    }

    [Fact]
    public void An_observation_that_ends_one_step_early_is_reported_in_every_measure_of_that_step()
    {
        var row = SharedStoreAfterLoad();
        string[] cells = [.. Enum.GetValues<Measure>().Select(measure => row.Values(measure)[0])];
        cells[(int)Measure.Result] = "blocked";
        cells[(int)Measure.Page] = "-";
        var check = Check(OutcomeRow.Create(row.Scenario, row.Kernel, row.Strategy, cells));
        Assert.Equal(
            Enum.GetValues<Measure>(),
            check.Mismatches.Where(mismatch => mismatch is { Step: 1, Expected: null, Actual: not null }).Select(mismatch => mismatch.Measure));
        Assert.Equal(
            [(Measure.Result, "blocked", "ok"), (Measure.Page, "-", "dax")],
            check.Mismatches.Where(mismatch => mismatch.Step == 0).Select(mismatch => (mismatch.Measure, mismatch.Expected!, mismatch.Actual!)));
    }

    [Fact]
    public void An_observation_that_goes_on_after_the_model_blocks_is_reported()
    {
        var scenario = ScenarioText.Parse("fs=frozen mapping=shared thp=nohuge steps=store load");
        var row = OutcomeRow.Create(scenario, "v6.1", "zwisler", ["ok|ok", "dax|dax", "PTE:NOPAGE|", "1|0", "0|0", "0|0", "0|0", "0|0", "0|0"]);
        var mismatches = Check(row).Mismatches;
        Assert.Contains(mismatches, mismatch => mismatch is { Step: 0, Measure: Measure.Result, Expected: "ok", Actual: "blocked" });
        Assert.Equal(9, mismatches.Count(mismatch => mismatch is { Step: 1, Actual: null }));
    }

    [Fact]
    public void A_time_that_could_not_be_told_is_passed_over_and_counted()
    {
        var row = Changed(SharedStoreAfterLoad(), Measure.MtimeChanged, "0|?");
        var check = Check(row);
        Assert.Empty(check.Mismatches);
        var agreement = Assert.Single(check.Agreements).Value;
        Assert.Equal((1, 1, 1), (agreement.AgreeingRows, agreement.Unknown, agreement.Values(Measure.MtimeChanged)));
    }

    private static OutcomeRow SharedStoreAfterLoad()
    {
        var scenario = ScenarioText.Parse("mapping=shared steps=load store");
        return ObservedRows.Of("v6.1-zwisler.csv").Single(row =>
            row.Scenario.StepsText == scenario.StepsText && row.Scenario.Setup == scenario.Setup);
    }

    private static OutcomeRow Changed(OutcomeRow row, Measure measure, string cell)
    {
        string[] cells = [.. Enum.GetValues<Measure>().Select(each => row.Text(each))];
        cells[(int)measure] = cell;
        return OutcomeRow.Create(row.Scenario, row.Kernel, row.Strategy, cells);
    }

    private static ObservationCheck Check(params IReadOnlyList<OutcomeRow> rows)
    {
        var check = new ObservationCheck();
        var runner = new ScenarioRunner(new Contender(Kernels.Named(rows[0].Kernel), Shipped.Named(rows[0].Strategy)));
        foreach (var row in rows)
        {
            check.Add(row.ToObserved(), runner);
        }

        return check;
    }

    private static string First(IReadOnlyList<Mismatch> mismatches) => string.Join('\n', mismatches.Take(10).Select(mismatch =>
        $"{mismatch.Scenario}: step {mismatch.Step + 1} {mismatch.Measure}: observed {mismatch.Expected ?? "none"}, model {mismatch.Actual ?? "none"}"));
}
