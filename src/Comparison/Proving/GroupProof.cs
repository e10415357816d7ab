namespace Compare.Comparison;

/// <summary>How a search ended.</summary>
public enum ProofStatus : byte
{
    /// <summary>No sequence of any length differs.</summary>
    Proved,

    /// <summary>A sequence differs.</summary>
    Differs,

    /// <summary>No sequence up to some length differs; longer ones were not looked at.</summary>
    Open,
}

/// <summary>A sequence that differs.</summary>
/// <param name="Setup">Where it starts.</param>
/// <param name="Steps">Its steps.</param>
public sealed record ProofWitness(WorldSetup Setup, ImmutableArray<Step> Steps)
{
    /// <summary>The sequence as a scenario.</summary>
    public Scenario ToScenario() => new(ScenarioText.DefaultId, Setup, Steps);
}

/// <summary>What is known of a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Status">How its search ended.</param>
/// <param name="Worlds">Worlds that were reached on either side.</param>
/// <param name="Pairs">Pairs that were reached.</param>
/// <param name="Depth">Every sequence of so many steps was looked at; of one that is proved, the length after which nothing is new.</param>
/// <param name="Bytes">Memory that the search held at its end.</param>
/// <param name="Witness">The sequence that differs.</param>
public sealed record GroupProof(ProofGroup Group, ProofStatus Status, int Worlds, int Pairs, int Depth, long Bytes, ProofWitness? Witness);
