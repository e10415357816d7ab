namespace Compare.Cli;

/// <summary>The measures in which <c>prove</c> compares, by name.</summary>
internal sealed class ProofMeasures
{
    /// <summary>What programs can see, with measures added and others left out.</summary>
    /// <param name="observe">Names of measures to add.</param>
    /// <param name="hide">Names of measures to leave out.</param>
    /// <exception cref="InputException">A name is unknown, or the result is left out.</exception>
    public ProofMeasures(IReadOnlyCollection<string> observe, IReadOnlyCollection<string> hide)
    {
        foreach (var (option, name) in observe.Select(name => ("--observe", name)).Concat(hide.Select(name => ("--hide", name))))
        {
            if (!OutcomeColumns.Measures.Contains(name))
            {
                throw new InputException($"{option}: {Catalogue.UnknownText("measure", name, OutcomeColumns.Measures)}");
            }
        }

        if (hide.Contains(OutcomeColumns.Name(Measure.Result)))
        {
            throw new InputException("--hide: found 'result', expected another measure: after a step that ended in two ways there is no next one to compare");
        }

        Bits = OutcomeColumns.Measures.Select((name, index) => (Name: name, Bit: 1u << index))
            .Where(measure => ((ProofQuestion.OfPrograms & measure.Bit) != 0 || observe.Contains(measure.Name)) && !hide.Contains(measure.Name))
            .Aggregate(0u, (bits, measure) => bits | measure.Bit);
    }

    /// <summary>What programs can see.</summary>
    public ProofMeasures()
        : this([], [])
    {
    }

    /// <summary>The measures, a bit for each.</summary>
    public uint Bits { get; }

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => OutcomeColumns.Measures.Where((_, index) => (Bits >> index & 1) != 0);
}
