using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Tests;

/// <summary>A scenario run on one kernel with one strategy. A cell has one value a step, <c>|</c> between two, as in an outcome table.</summary>
internal sealed class Simulation
{
    public const string V413 = "v4.13";

    public const string V61 = "v6.1";

    public const string V612 = "v6.12";

    private readonly Outcome _outcome;
    private readonly RuleSet[] _rules;

    private Simulation(Scenario scenario, KernelProfile profile, FaultHandler strategy)
    {
        _outcome = new ScenarioRunner(new Contender(profile, strategy)).Run(scenario);
        var kernel = new Kernel(profile, strategy);
        var effects = new Effects();
        var world = scenario.Begin();
        _rules = new RuleSet[scenario.Steps.Length];
        for (var i = 0; i < _outcome.Steps.Length; i++)
        {
            kernel.Run(in world, scenario.Steps[i], out world, effects);
            _rules[i] = effects.Rules;
            Locks = effects.Locks;
        }

        World = world;
    }

    public static FaultHandler Original { get; } = new Original();

    public static FaultHandler V2 { get; } = new V2();

    public static FaultHandler Zwisler { get; } = new Zwisler();

    public string Result => this[Measure.Result];

    public string Page => this[Measure.Page];

    public string Handler => this[Measure.Handler];

    public string JournalStarts => this[Measure.JournalStarts];

    public string LookupStarts => this[Measure.IomapStarts];

    public string Fallbacks => this[Measure.ThpFaultFallback];

    public string Splits => this[Measure.ThpSplitPmd];

    public string TimeChanged => this[Measure.MtimeChanged];

    public string Blocks => this[Measure.BlocksDelta];

    /// <summary>The handler calls of the last step.</summary>
    public string LastCalls => Handler[(Handler.LastIndexOf('|') + 1)..];

    /// <summary>What the last step's page maps.</summary>
    public string LastPage => Page[(Page.LastIndexOf('|') + 1)..];

    /// <summary>The world after the last step that ran.</summary>
    public World World { get; }

    /// <summary>The locks of the last step that ran.</summary>
    public LockEffects Locks { get; }

    private string this[Measure measure] => _outcome.Text(measure);

    /// <summary>Runs a scenario as a user types it; without a strategy, with the merged fix.</summary>
    public static Simulation Run(string scenario, string kernel, FaultHandler? strategy = null)
        => Run(scenario, Kernels.Named(kernel), strategy);

    /// <summary>Runs a scenario on a kernel that has no name.</summary>
    public static Simulation Run(string scenario, KernelProfile kernel, FaultHandler? strategy = null)
        => new(ScenarioText.Parse(scenario), kernel, strategy ?? Zwisler);

    /// <summary>
    /// The calls of a program's own fault that comes to a PTE after PMD size fell back: v6.12 walks the levels twice.
    /// </summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="call">The call at PTE size.</param>
    public static string AtPte(string kernel, string call) => (kernel == V612 ? "PMD:FALLBACK " : "") + "PMD:FALLBACK " + call;

    /// <summary>Whether a step, counted from 0, exercised a rule of the engine.</summary>
    public bool Exercised(Rule rule, int step) => _rules[step].Contains(rule);
}
