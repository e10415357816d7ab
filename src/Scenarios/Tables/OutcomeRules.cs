using Compare.Engine;

namespace Compare.Scenarios;

/// <summary>What the cells of one row must agree on.</summary>
internal static class OutcomeRules
{
    private const string Blocked = "blocked";
    private const string Livelock = "livelock";

    private static readonly Measure[] Counts =
        [Measure.JournalStarts, Measure.IomapStarts, Measure.ThpFaultFallback, Measure.ThpSplitPmd];

    /// <summary>Finds the first contradiction.</summary>
    /// <returns>The column to blame and why, or null if there is none.</returns>
    public static BrokenRule? Check(OutcomeRow row) => CheckLength(row) ?? CheckSteps(row);

    private static BrokenRule? CheckLength(OutcomeRow row)
    {
        var results = row.Values(Measure.Result);
        var ran = results.Length;
        var steps = row.Scenario.Steps.Length;
        if (ran > steps)
        {
            return new BrokenRule("result", $"found {ran} values, expected at most one for each of {steps} steps");
        }

        if (ran < steps && !EndsRun(results[^1]))
        {
            return new BrokenRule("result", $"found {ran} values for {steps} steps, expected one for each: only {Blocked} and {Livelock} "
                + $"end a run, and the last value is '{results[^1]}'");
        }

        for (var i = 0; i < OutcomeColumns.Measures.Length; i++)
        {
            var values = row.Values((Measure)i).Length;
            if (values != ran)
            {
                return new BrokenRule(OutcomeColumns.Measures[i], $"found {values} values, expected {ran}, as many as in result");
            }
        }

        return null;
    }

    private static BrokenRule? CheckSteps(OutcomeRow row)
    {
        var results = row.Values(Measure.Result);
        for (var i = 0; i < results.Length; i++)
        {
            var last = i == results.Length - 1;
            if (!last && EndsRun(results[i]))
            {
                return new BrokenRule("result", $"found {results[i]} at step {i + 1}, expected it at the last step that ran only: it ends the run");
            }

            var page = row.Values(Measure.Page)[i];
            if (page == "-" != (EndsRun(results[i]) || row.Scenario.Steps[i].Verb == Verb.Fork))
            {
                return new BrokenRule("page", $"found '{page}' at step {i + 1}, expected - after fork, {Blocked} and {Livelock} and only there");
            }

            var calls = row.Values(Measure.Handler)[i];
            if (HandlerGrammar.IsRepeating(calls) && results[i] != Livelock)
            {
                return new BrokenRule("handler", $"found {Problem.Quote(calls)} at step {i + 1}, expected * on {Livelock} only");
            }

            if (HandlerGrammar.IsBlocked(calls) && results[i] != Blocked)
            {
                return new BrokenRule("handler", $"found a call without a return in {Problem.Quote(calls)} at step {i + 1}, expected it on {Blocked} only");
            }

            foreach (var count in Counts)
            {
                var value = row.Values(count)[i];
                if (MeasureGrammar.IsStar(value) != (results[i] == Livelock))
                {
                    return new BrokenRule(OutcomeColumns.Name(count), $"found '{value}' at step {i + 1}, expected * on {Livelock} and only there");
                }
            }
        }

        return null;
    }

    private static bool EndsRun(string result) => result is Blocked or Livelock;
}
