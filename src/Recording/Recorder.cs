using System.Collections.Concurrent;

namespace Compare.Recording;

/// <summary>Runs scenarios on a real kernel in virtual machines.</summary>
/// <param name="kernel">What the user names: see <see cref="KernelImage"/>.</param>
/// <param name="cache">Where to keep what is fetched and built; made if missing.</param>
/// <param name="edit">Changes the kernel's tree in a folder, of which ext4 is built then; none: the kernel's own is taken.</param>
public sealed class Recorder(string kernel, string cache, Action<string>? edit = null)
{
    private const int LookMilliseconds = 50;

    private readonly ConcurrentDictionary<string, (Scenario Scenario, Outcome Outcome)> _rows = new(StringComparer.Ordinal);
    private readonly string _cache = Path.GetFullPath(cache);
    private KernelImage? _image;
    private string _guest = "";

    /// <summary>What was recorded so far, in no order.</summary>
    public IReadOnlyCollection<(Scenario Scenario, Outcome Outcome)> Rows => [.. _rows.Values];

    /// <summary>What the rows were made with; null before a machine ran.</summary>
    public RecordingOrigin? Origin { get; private set; }

    /// <summary>SHA-256 of the kernel's image; empty before <see cref="Prepare"/>.</summary>
    public string Image { get; private set; } = "";

    /// <summary>SHA-256 of ext4's source with its change; null where the kernel's own is taken.</summary>
    public string? ModuleText => _image?.Module?.Text;

    /// <summary>Finds the tools and the kernel, and builds the guest program.</summary>
    /// <exception cref="InputException">There is no such kernel, or a tool is missing.</exception>
    /// <exception cref="IOException">A tool failed.</exception>
    public void Prepare()
    {
        Tool.Require([Tool.Qemu, Tool.Bind, Tool.MakeFileSystem, Tool.Linker, Tool.Dotnet, Tool.Xz, .. KernelImage.ToolsFor(kernel), .. edit is null ? [] : ModuleBuild.Tools]);
        Directory.CreateDirectory(_cache);
        ScratchFolder.Sweep(_cache);
        _image = KernelImage.Of(kernel, new PackageCache(_cache), edit);
        Image = Fingerprints.OfFile(_image.Image);
        _guest = GuestProgram.Build(_cache);
    }

    /// <summary>Runs scenarios, after <see cref="Prepare"/>. Which machine runs one does not change what it comes to.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="jobs">How many machines at once.</param>
    /// <param name="timeout">How long a machine may be silent; then it is ended and its scenario came to <c>hang</c>.</param>
    /// <param name="done">Told each time that a scenario is done.</param>
    /// <param name="cancellation">Ends all machines; what was complete stays.</param>
    /// <exception cref="IOException">A machine does not start.</exception>
    public void Run(IReadOnlyCollection<Scenario> scenarios, int jobs, TimeSpan timeout, Action done, CancellationToken cancellation)
    {
        var (image, guest) = (_image ?? throw new InvalidOperationException("not prepared"), _guest);

        // Those of one kind beside each other share a file system.
        var ordered = scenarios.OrderBy(scenario => (scenario.Setup.Mount, scenario.Setup.FileSystem)).ThenBy(scenario => scenario.Id, StringComparer.Ordinal).ToArray();
        var shares = Enumerable.Range(0, Math.Min(jobs, ordered.Length)).Select(job => ordered.Where((_, index) => index % jobs == job).ToArray());
        Task[] machines = [.. shares.Select(share => Task.Factory.StartNew(() => RunShare(share), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WhenAll(machines).GetAwaiter().GetResult();

        void RunShare(Scenario[] share)
        {
            for (var start = 0; start < share.Length;)
            {
                start += RunMachine(image, guest, share[start..], timeout, done, cancellation);
            }
        }
    }

    private int RunMachine(KernelImage image, string guest, Scenario[] scenarios, TimeSpan timeout, Action done, CancellationToken cancellation)
    {
        using var folder = new ScratchFolder(_cache);
        Initramfs.Write(PathOf("initramfs"), guest, image, scenarios);
        var results = new MachineResults(PathOf("results"), scenarios, (scenario, outcome) =>
        {
            _rows[scenario.Id] = (scenario, outcome);
            done();
        });
        Watch();
        return results.Done > 0
            ? results.Done
            : throw new IOException("the machine ended before its first scenario was done; "
                + (Tail(PathOf("log")) is { Length: > 0 } words ? $"its last words:\n{words}" : $"it said nothing: is {image.Image} a kernel for x86-64?"));

        string PathOf(string name) => Path.Combine(folder.Path, name);

        void Watch()
        {
            using var machine = new VirtualMachine(image, PathOf("initramfs"), PathOf("log"), PathOf("results"));
            var heard = Environment.TickCount64;
            while (results.Done < scenarios.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                var ended = machine.HasEnded;
                if (results.Read())
                {
                    heard = Environment.TickCount64;
                    Origin ??= results.Release.Length > 0 ? RecordingOrigin.Of(results.Release, Image, guest, image.Module) : null;
                }
                else if (ended || Environment.TickCount64 - heard > timeout.TotalMilliseconds)
                {
                    if (results.IsInside && (!ended || Tail(PathOf("log")).Contains("Kernel panic", StringComparison.Ordinal)))
                    {
                        results.Break(ended ? StepResult.Oops : StepResult.Hang);
                    }

                    return;
                }

                Thread.Sleep(LookMilliseconds);
            }
        }
    }

    private static string Tail(string log) => File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(40)) : "";
}
