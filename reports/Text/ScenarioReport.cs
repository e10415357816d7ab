using Compare.Comparison;
using Compare.Scenarios;
using Spectre.Console;

namespace Compare.Reports;

/// <summary>What <c>run --scenario</c> prints: the contenders side by side, step by step.</summary>
public static class ScenarioReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="block">Outcomes of one scenario.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(OutcomeSet block, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(screen);
        var scenario = block.Scenarios[0];
        screen.Heading(ScenarioText.Print(scenario));
        screen.Line();
        var columns = block.Contenders.Length + 2;
        var table = Tables.Create(columns, ["step", "measure", .. block.Contenders.Select(Header)]);
        var steps = scenario.StepsText.Split(' ');
        for (var step = 0; step < steps.Length; step++)
        {
            foreach (var measure in Enum.GetValues<Measure>())
            {
                var values = block.Contenders.Select((_, i) => ValueOf(block[0, i]!.Text(measure), step)).ToArray();
                table.AddRow(
                [
                    measure == Measure.Result ? Markup.Escape(steps[step]) : "",
                    Markup.Escape(OutcomeColumns.Name(measure)),
                    .. values.Select(value => Shown(value, values)),
                ]);
            }
        }

        screen.Table(table, keys: 2);
    }

    private static string Header(ContenderName contender) => $"{RunReport.KernelName(contender)} {contender.StrategyName}";

    private static string ValueOf(string cell, int step)
    {
        var values = cell.Split('|');
        return step < values.Length ? values[step] : "(did not run)";
    }

    /// <summary>Values that differ stand out where there is colour.</summary>
    private static string Shown(string value, string[] values) =>
        values.Any(other => other != value) ? Tables.InColour(value, "yellow") : Markup.Escape(value);
}
