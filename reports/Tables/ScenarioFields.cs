using Compare.Scenarios;
using CsvHelper;

namespace Compare.Reports;

/// <summary>The fields that both tables have in common: a scenario without its id.</summary>
internal static class ScenarioFields
{
    public static void Write(CsvWriter csv, Scenario scenario)
    {
        for (var i = 1; i < ScenarioColumns.All.Length; i++)
        {
            csv.WriteField(ScenarioColumns.Text(scenario, i));
        }
    }
}
