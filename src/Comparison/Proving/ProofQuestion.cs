namespace Compare.Comparison;

/// <summary>What is asked: whether two contenders agree in every sequence of some steps.</summary>
/// <param name="Left">One side.</param>
/// <param name="Right">The other side.</param>
/// <param name="Observed">The measures in which they are compared, a bit for each; the result is always one.</param>
/// <param name="Steps">The steps of which sequences are made; at least one.</param>
public sealed record ProofQuestion(Contender Left, Contender Right, uint Observed, ImmutableArray<Step> Steps)
{
    /// <summary>What a program can see: its result, its page, the file's time and size.</summary>
    public static uint OfPrograms { get; } = Bits([Measure.Result, Measure.Page, Measure.MtimeChanged, Measure.BlocksDelta]);

    /// <summary>Every step, in the order of the verbs.</summary>
    public static ImmutableArray<Step> AllSteps { get; } = StepsOf(Axes.Verbs.Values);

    /// <summary>The measures in which the two are compared.</summary>
    public IEnumerable<Measure> Measures => Enum.GetValues<Measure>().Where(measure => (Observed >> (int)measure & 1) != 0);

    /// <summary>How many steps there are.</summary>
    public int StepCount => Steps.Length;

    /// <summary>Their kinds, each once.</summary>
    public IEnumerable<string> Kinds => Steps.Select(step => Axes.Verbs.Of(step.Verb)).Distinct();

    /// <summary>Whether every step is among the steps.</summary>
    public bool HasAllSteps => Steps.Length == AllSteps.Length;

    /// <summary>Measures as bits.</summary>
    /// <param name="measures">The measures.</param>
    public static uint Bits(IEnumerable<Measure> measures) => measures.Aggregate(0u, (bits, measure) => bits | (1u << (int)measure));

    /// <summary>The steps of some verbs, at each place where the verb names one.</summary>
    /// <param name="verbs">The verbs.</param>
    public static ImmutableArray<Step> StepsOf(IEnumerable<Verb> verbs) =>
    [
        .. from verb in verbs
           from place in Axes.Places.Values
           where place == Place.Target || new Step(verb).NamesPage
           select new Step(verb, place),
    ];
}
