namespace Compare.Comparison;

/// <summary>Every outcome that occurs, once: equal means the same id. Threads share a pool; which of them comes first decides no more than
/// the numbers, which nobody sees.</summary>
public sealed class OutcomePool
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Outcome, int> _ids = [];
    private Outcome[] _outcomes = new Outcome[64];

    /// <summary>The outcome of an id.</summary>
    /// <param name="id">What <see cref="IdOf"/> gave.</param>
    public Outcome this[int id] => Volatile.Read(ref _outcomes)[id];

    /// <summary>The id of an outcome, from 0.</summary>
    /// <param name="outcome">Kept where no equal one is known.</param>
    public int IdOf(Outcome outcome)
    {
        lock (_lock)
        {
            if (_ids.TryGetValue(outcome, out var id))
            {
                return id;
            }

            id = _ids.Count;
            if (id == _outcomes.Length)
            {
                var larger = new Outcome[2 * id];
                _outcomes.CopyTo(larger, 0);
                Volatile.Write(ref _outcomes, larger);
            }

            _outcomes[id] = outcome;
            _ids.Add(outcome, id);
            return id;
        }
    }
}
