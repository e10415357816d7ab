using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A finding while its scenarios come in.</summary>
internal sealed class FindingDraft
{
    private readonly List<int> _places = [];
    private EvidenceHash? _hash;

    public bool IsEmpty => _places.Count == 0;

    public int Count => _places.Count;

    public long Amount { get; private set; }

    /// <summary>The smallest scenario so far.</summary>
    public Scenario? Witness { get; private set; }

    public ImmutableArray<string> Cells { get; private set; } = [];

    public string Hash => (_hash ??= new()).ToString();

    public void Add(int place, Scenario scenario, ReadOnlySpan<string> cells, int amount)
    {
        _places.Add(place);
        Amount += amount;
        (_hash ??= new()).Add(scenario, cells);
        if (Witness is null || DifferenceWitness.Size(scenario).CompareTo(DifferenceWitness.Size(Witness)) < 0)
        {
            Witness = scenario;
            Cells = [.. cells];
        }
    }

    /// <summary>For each scenario whether it is one of these.</summary>
    public bool[] SetOf(int scenarios)
    {
        var set = new bool[scenarios];
        foreach (var place in _places)
        {
            set[place] = true;
        }

        return set;
    }
}
