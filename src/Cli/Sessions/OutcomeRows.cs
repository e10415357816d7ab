using Compare.Comparison;
using Compare.Reports;

namespace Compare.Cli;

/// <summary>Outcomes on their way from a run to a table.</summary>
internal static class OutcomeRows
{
    /// <summary>Writes the outcomes of one scenario; gives back how many.</summary>
    public static int Write(OutcomeBlock block, int scenario, OutcomeTableWriter writer)
    {
        var rows = 0;
        for (var i = 0; i < block.Contenders.Count; i++)
        {
            if (!block.Ran(scenario, i))
            {
                continue;
            }

            rows++;
            var contender = block.Contenders[i];
            writer.Write(block.Scenarios[scenario], contender.KernelName, contender.StrategyName, block.Cells(scenario, i));
        }

        return rows;
    }
}
