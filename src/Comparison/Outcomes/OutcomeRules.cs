namespace Compare.Comparison;

/// <summary>What the cells of one row must agree on. A measure that a table lacks contradicts nothing.</summary>
internal static class OutcomeRules
{
    private const string Blocked = "blocked";
    private const string Livelock = "livelock";
    private const string Oops = "oops";
    private const string Hang = "hang";

    private static readonly Measure[] Counts =
        [Measure.JournalStarts, Measure.IomapStarts, Measure.ThpFaultFallback, Measure.ThpSplitPmd];

    /// <summary>Finds the first contradiction in how many values there are.</summary>
    /// <returns>The column to blame and why, or null if there is none.</returns>
    public static BrokenRule? CheckLength(Scenario? scenario, string[]?[] values)
    {
        var results = values[(int)Measure.Result]!;
        var steps = scenario?.Steps.Length ?? results.Length;
        if (results.Length > steps)
        {
            return new BrokenRule("result", $"found {results.Length} values, expected at most one for each of {steps} steps");
        }

        if (results.Length < steps && !EndsRun(scenario, results.Length - 1, results[^1]))
        {
            return new BrokenRule("result", $"found {results.Length} values for {steps} steps, expected one for each: only {Blocked}, {Livelock}, {Oops} and {Hang} "
                + $"end a run, and the last value is '{results[^1]}'");
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } found && found.Length != results.Length)
            {
                return new BrokenRule(OutcomeColumns.Measures[i], $"found {found.Length} values, expected {results.Length}, as many as in result");
            }
        }

        return null;
    }

    /// <summary>Finds the first contradiction in a step.</summary>
    /// <returns>The column to blame and why, or null if there is none.</returns>
    public static BrokenRule? CheckStep(Scenario? scenario, string[]?[] values, int step)
    {
        var result = values[(int)Measure.Result]![step];
        if (step < values[(int)Measure.Result]!.Length - 1 && (scenario is null ? EndsAlways(result) : EndsRun(scenario, step, result)))
        {
            return new BrokenRule("result", $"found {result} at step {step + 1}, expected it at the last step that ran only: it ends the run");
        }

        var page = values[(int)Measure.Page]?[step];
        if (page is not null && scenario is not null && page == "-" != (HasNoPage(result) || scenario.Steps[step].Verb == Verb.Fork
            || (scenario.Steps[step] is { IsByAnother: true, Verb: not Verb.Thaw } && Waits(scenario, values[(int)Measure.Result]!, step))))
        {
            return new BrokenRule("page", $"found '{page}' at step {step + 1}, expected - after fork, {Blocked}, {Livelock}, {Oops} and {Hang}, and where the task waits, and only there");
        }

        if (values[(int)Measure.Handler]?[step] is { } text)
        {
            _ = HandlerText.TryParse(text, out var calls, out _);
            if (calls.IsRepeating != (result == Livelock))
            {
                return new BrokenRule("handler", $"found {Problem.Quote(text)} at step {step + 1}, expected * on {Livelock} {(calls.IsRepeating ? "only" : "after the calls")}");
            }

            if (calls.Calls.Count > 0 && (calls.Calls.Span[^1].Result & VmFault.Blocked) != 0 && !NeverReturns(result))
            {
                return new BrokenRule("handler", $"found a call without a return in {Problem.Quote(text)} at step {step + 1}, expected it on {Blocked}, {Oops} and {Hang} only");
            }
        }

        foreach (var count in Counts)
        {
            var value = values[(int)count]?[step];
            if (value is not null && value == "*" != (result == Livelock))
            {
                return new BrokenRule(OutcomeColumns.Name(count), $"found '{value}' at step {step + 1}, expected * on {Livelock} and only there");
            }
        }

        return null;
    }

    /// <summary>Whether the task waits when a step begins: it blocked, and no thaw came since.</summary>
    private static bool Waits(Scenario scenario, string[] results, int step)
    {
        var last = step - 1;
        while (last >= 0 && scenario.Steps[last] is { IsByAnother: true, Verb: not Verb.Thaw })
        {
            last--;
        }

        return last >= 0 && results[last] == Blocked;
    }

    /// <summary>Whether the run ends with a step; without a scenario, whether it may.</summary>
    private static bool EndsRun(Scenario? scenario, int step, string result)
        => EndsAlways(result) || (result == Blocked && scenario?.EndsAt(step, StepResult.Blocked) is not false);

    private static bool EndsAlways(string result) => result is Livelock or Oops or Hang;

    private static bool HasNoPage(string result) => result == Livelock || NeverReturns(result);

    private static bool NeverReturns(string result) => result is Blocked or Oops or Hang;
}
