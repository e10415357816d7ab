using System.Globalization;

namespace Compare.Guest;

/// <summary>Waits for a step, and tells whether it will never end, from what its process does and not from how long it takes.</summary>
internal static class Waiting
{
    private const int LookMilliseconds = 25;

    /// <summary>Looks in a row that must find the process asleep in the kernel, without having run between two.</summary>
    private const int LooksAsleep = 12;

    /// <summary>Page faults within one step that no step that ends comes near to.</summary>
    private const long EndlessFaults = 20_000;

    /// <summary>The answer, or how the step does not end.</summary>
    /// <param name="actor">Who runs the step.</param>
    /// <param name="faults">Page faults of the machine before the step.</param>
    public static Actor.Answer For(Actor actor, long faults)
    {
        var (asleep, last) = (0, "");
        while (true)
        {
            if (actor.Await(LookMilliseconds) is { } answer)
            {
                return answer;
            }

            var now = Activity(actor.Process);
            asleep = now == last && now.StartsWith('D') ? asleep + 1 : 0;
            last = now;
            if (asleep >= LooksAsleep)
            {
                return Still(actor);
            }

            if (Counters.Read().Faults - faults > EndlessFaults)
            {
                return new() { Process = actor.Process, Result = StepResult.Livelock, Page = MappedPage.NotAsked };
            }
        }
    }

    /// <summary>The answer of a process that waits.</summary>
    /// <param name="actor">Who runs the steps.</param>
    public static Actor.Answer Still(Actor actor)
        => new() { Process = actor.Process, Result = StepResult.Blocked, Page = MappedPage.NotAsked, Waits = true };

    /// <summary>State of a process and how often it was given the processor.</summary>
    private static string Activity(int process)
    {
        var name = process.ToString(CultureInfo.InvariantCulture);
        var lines = File.ReadAllLines($"/proc/{name}/status");
        return string.Concat(lines.Where(line => line.StartsWith("State:", StringComparison.Ordinal)).Select(line => line[6..].Trim()))
            + string.Concat(lines.Where(line => line.Contains("ctxt_switches", StringComparison.Ordinal)));
    }
}
