using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>Gives equal outcomes of one contender the same number. Serves one thread; numbers come from a pool that all share.</summary>
/// <param name="shared">Every outcome so far, with its number; locked while it is looked at.</param>
internal sealed class OutcomePool(Dictionary<Outcome, int> shared) : IEqualityComparer<(string[] Cells, int Dangers)>
{
    private Dictionary<(string[] Cells, int Dangers), int>? _known;

    /// <summary>The number of an outcome.</summary>
    /// <param name="cells">Cells from one runner, which gives equal texts as one string; copied where they are new.</param>
    /// <param name="dangers">What was put at risk.</param>
    public int NumberOf(string[] cells, int dangers)
    {
        _known ??= new(this);
        if (_known.TryGetValue((cells, dangers), out var number))
        {
            return number;
        }

        var outcome = new Outcome([.. cells], dangers);
        lock (shared)
        {
            if (!shared.TryGetValue(outcome, out number))
            {
                number = shared.Count;
                shared.Add(outcome, number);
            }
        }

        _known.Add(([.. cells], dangers), number);
        return number;
    }

    bool IEqualityComparer<(string[] Cells, int Dangers)>.Equals((string[] Cells, int Dangers) x, (string[] Cells, int Dangers) y)
    {
        for (var i = 0; i < x.Cells.Length; i++)
        {
            if (!ReferenceEquals(x.Cells[i], y.Cells[i]))
            {
                return false;
            }
        }

        return x.Dangers == y.Dangers;
    }

    int IEqualityComparer<(string[] Cells, int Dangers)>.GetHashCode((string[] Cells, int Dangers) obj)
    {
        var hash = obj.Dangers;
        foreach (var cell in obj.Cells)
        {
            hash = (hash * 31) + RuntimeHelpers.GetHashCode(cell);
        }

        return hash;
    }
}
