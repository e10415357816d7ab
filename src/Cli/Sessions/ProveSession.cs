using System.Diagnostics;

namespace Compare.Cli;

/// <summary>What <c>prove</c> was asked for.</summary>
/// <param name="Left">One side, in the words of the command line.</param>
/// <param name="Right">The other side.</param>
/// <param name="Kernels">Names of kernels; none: every observed one.</param>
/// <param name="Onto">What mails and patches are applied to.</param>
/// <param name="Where">A filter of starts.</param>
/// <param name="Verbs">Kinds of steps; none: each.</param>
/// <param name="Measures">What is compared.</param>
/// <param name="Limits">How far the search goes.</param>
/// <param name="All">Whether it goes on after a difference.</param>
/// <param name="Format">How to write.</param>
/// <param name="SpreadsheetSafe">Whether a table is for a spreadsheet.</param>
/// <param name="Jobs">Number of threads.</param>
internal sealed record ProveOptions(
    string Left,
    string Right,
    ImmutableArray<string> Kernels,
    string? Onto,
    string? Where,
    ImmutableArray<string> Verbs,
    ProofMeasures Measures,
    ProofLimits Limits,
    bool All,
    OutputFormat Format,
    bool SpreadsheetSafe,
    int Jobs);

/// <summary>Runs what <c>prove</c> was asked for and writes what came out.</summary>
internal sealed class ProveSession(ProveOptions options, Terminal terminal)
{
    private readonly Stopwatch _clock = new();
    private long _done;
    private SearchState? _state;

    public int Run()
    {
        var (pairs, guests) = Pairs();
        var filter = options.Where is { } text ? FilterExpression.Parse(text, FilterVocabulary.WorldOnly, Selection.WhereName) : null;
        var groups = ProofGroup.All(setup => filter?.Matches(new FilterSubject(new ProofWitness(setup, [default]).ToScenario())) != false);
        Selection.RefuseNothing(filter, groups.Length);
        var steps = options.Verbs.IsEmpty ? ProofQuestion.AllSteps : ProofQuestion.StepsOf(options.Verbs.Select(VerbOf).Distinct().Order());
        using var interrupt = new CancellationTokenSource();
        using var signals = new Signals(interrupt);
        var proofs = new List<SequenceProof>();
        foreach (var (left, right) in pairs)
        {
            if (!interrupt.IsCancellationRequested)
            {
                _clock.Start();
                var question = new ProofQuestion(left, right, options.Measures.Bits, steps);
                proofs.Add(ProgressBar.Follow(terminal, Describe, () => SequenceProof.Of(question, groups, options.Limits, options.All, options.Jobs, Tell, interrupt.Token)));
            }
        }

        Write(proofs, filter, guests);
        return proofs.Any(proof => proof.Status == ProofStatus.Differs) ? ExitCodes.Differs
            : interrupt.IsCancellationRequested ? ExitCodes.Interrupted
            : proofs.All(proof => proof.Status == ProofStatus.Proved) ? ExitCodes.Done
            : ExitCodes.Open;
    }

    private static Verb VerbOf(string word) => Axes.Verbs.TryParse(word, out var verb)
        ? verb
        : throw new InputException($"--step: {Catalogue.UnknownText("kind of step", word, Axes.Verbs.All)}");

    /// <summary>A side without its kernel, and that.</summary>
    private static (string Strategy, KernelProfile? Kernel) Side(string words)
    {
        var at = words.LastIndexOf('@');
        return at > 0 && Catalogue.Kernels.FirstOrDefault(kernel => kernel.Name == words[(at + 1)..]) is { } found ? (words[..at], found) : (words, null);
    }

    private (List<(Contender Left, Contender Right)> Pairs, ImmutableDictionary<string, string> Guests) Pairs()
    {
        var (left, right) = (Side(options.Left), Side(options.Right));
        if ((left.Kernel is null) != (right.Kernel is null) || (left.Kernel is not null && !options.Kernels.IsEmpty))
        {
            throw new InputException("prove: found a kernel for one side, or both @KERNEL and --kernel; expected @KERNEL behind both sides, or --kernel, or neither");
        }

        if (left == right)
        {
            throw new InputException($"prove: found {Problem.Quote(options.Left)} twice, expected two different sides");
        }

        var named = NamedStrategies.Of([left.Strategy, right.Strategy], options.Onto);
        if (named.All.Length != (left.Strategy == right.Strategy ? 1 : 2))
        {
            throw new InputException(
                $"prove: found {named.All.Length} strategies in {Problem.Quote(left.Strategy)} and {Problem.Quote(right.Strategy)}, expected one in each; FILE.dll:NAME names one");
        }

        var (one, other) = (named.All[0], named.All[^1]);
        return (left.Kernel is { } first && right.Kernel is { } second
            ? [(new Contender(first, one), new Contender(second, other))]
            : [.. Catalogue.SelectKernels(options.Kernels).Select(kernel => (new Contender(kernel, one), new Contender(kernel, other)))], named.Guests);
    }

    private void Tell(SearchState state)
    {
        Interlocked.Add(ref _done, SearchState.PairsBetween);
        _state = state;
    }

    private string Describe() => _state is not { } now ? "" : FormattableString.Invariant(
        $"{(now.Group.Words is { Length: > 0 } words ? words : "the centre")}: {now.Depth} steps, {now.Frontier:N0} pairs wait, {_done / _clock.Elapsed.TotalSeconds:N0} pairs a second, {now.Bytes >> 20:N0} MiB");

    private void Write(List<SequenceProof> proofs, FilterExpression? filter, ImmutableDictionary<string, string> guests)
    {
        if (options.Format == OutputFormat.Csv)
        {
            ProofTableWriter.Write(proofs, terminal.Table(), options.SpreadsheetSafe);
            return;
        }

        foreach (var (i, proof) in proofs.Index())
        {
            var document = ProofReport.Of(proof, filter, guests);
            if (options.Format == OutputFormat.Markdown)
            {
                terminal.Output.Write(i == 0 ? "" : "\n");
                MarkdownRenderer.Write(document, terminal.Output);
            }
            else
            {
                if (i > 0)
                {
                    terminal.Screen.Line();
                }

                terminal.Screen.Write(document);
            }
        }
    }
}
