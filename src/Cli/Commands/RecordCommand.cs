using System.Globalization;
using Compare.Recording;

namespace Compare.Cli.Commands;

/// <summary><c>compare record</c>: runs scenarios on a real kernel and writes what it did.</summary>
internal static class RecordCommand
{
    private const int UsualSeconds = 60;

    public static Command Create(Terminal terminal)
    {
        var kernel = new Argument<string>("KERNEL")
        {
            Description = "A kernel image package (.deb), a folder that one was unpacked into, a file vmlinuz-RELEASE with its modules, or debian:6.1, debian:6.12.",
        };
        var scenarios = new Option<string?>("--scenarios") { Description = "A scenario table, standard, or cross.", HelpName = "TABLE" };
        var unobserved = new Option<string[]>("--unobserved")
        {
            Description = "Tables of what was observed: record what they leave open, as compare check --plan shows it; may be repeated.",
            HelpName = "TABLE",
        };
        var output = new Option<string>("--out") { Description = "The observation table; run.json beside it tells what made it.", HelpName = "TABLE", Required = true };
        var jobs = new ReadOption<int>("--jobs", (name, text) => Number(name, text ?? "1", 64))
        {
            Description = "How many virtual machines run at once, 2 GiB of memory each; the rows do not depend on it [default: 1].",
            HelpName = "N",
        };
        var timeout = new ReadOption<int>("--timeout", (name, text) => Number(name, text ?? UsualSeconds.ToString(CultureInfo.InvariantCulture), 3600))
        {
            Description = $"Seconds without a word after which a machine is ended and its scenario came to hang [default: {UsualSeconds}].",
            HelpName = "SECONDS",
        };
        var cache = new Option<string?>("--cache")
        {
            Description = "Where kernels and the guest program are kept [default: compare in the user's cache directory].",
            HelpName = "DIR",
        };
        var strategy = new Option<string?>("--strategy")
        {
            Description = $"Build ext4 with this predicate, or with FILE.c in place of its fs/ext4/file.c [default: {HandlerEdit.Own}, which Debian's kernels have].",
            HelpName = $"{string.Join('|', HandlerEdit.Names)}|{HandlerEdit.Own}|FILE.c",
        };
        var patch = new Option<string?>("--patch") { Description = "Build ext4 with this patch of fs/ext4.", HelpName = "PATCH" };
        var name = new Option<string?>("--as")
        {
            Description = "Name of the strategy in the rows, also where the kernel has one of its own [default: that of --strategy, or made of the patch's title].",
            HelpName = "NAME",
        };
        var resume = new Option<bool>("--resume") { Description = "Keep the rows that the table has and record the others." };
        var command = new Command("record", "Run scenarios on a real kernel, in virtual machines, and write what it did as an observation table.") { kernel };
        foreach (var option in (Option[])[scenarios, unobserved, output, jobs, timeout, cache, strategy, patch, name, resume])
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var source = Source(parsed.GetValue(scenarios), [.. parsed.GetValue(unobserved) ?? []], terminal);
            var change = KernelChange.Of(parsed.GetValue(strategy), parsed.GetValue(patch), parsed.GetValue(name));
            var recorder = new Recorder(parsed.GetValue(kernel)!, parsed.GetValue(cache) ?? UsualCache, change.Edit);
            return new RecordSession(recorder, parsed.GetValue(output)!, change.Strategy, terminal).Run(source(change.Strategy), jobs.Of(parsed), TimeSpan.FromSeconds(timeout.Of(parsed)), parsed.GetValue(resume));
        });
        return command;
    }

    private static Func<string, ScenarioSource> Source(string? scenarios, ImmutableArray<string> unobserved, Terminal terminal) => (scenarios, unobserved) switch
    {
        (null, []) => throw new InputException("record: found neither --scenarios nor --unobserved, expected one of them"),
        (not null, not []) => throw new InputException("record: found --scenarios and --unobserved, expected one of them"),
        (not null, _) => _ => ScenarioSource.Of(scenarios, terminal),
        _ => strategy => new PlanSession(new ObservationOptions(unobserved, Where: null, Guests: []), terminal).Source(strategy),
    };

    private static string UsualCache => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
        ? Path.Combine(named, "compare")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "compare");

    private static int Number(string name, string text, int most)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new InputException($"{name}: found {Problem.Quote(text)}, expected a number from 1 to {most}");
}
