namespace Compare.Comparison;

/// <summary>The lines of a trace under construction, and what holds the next one.</summary>
internal sealed class TraceScopes
{
    private readonly ImmutableArray<TraceLine>.Builder _lines = ImmutableArray.CreateBuilder<TraceLine>();
    private readonly List<string> _open = [];

    public ImmutableArray<TraceLine> Lines => _lines.ToImmutable();

    /// <summary>What is open, outermost first.</summary>
    public IReadOnlyList<string> OpenScopes => _open;

    public bool IsOpen(string scope) => _open.Contains(scope);

    public void Add(TraceLineKind kind, string happened, string text, KernelFunction? source = null, bool isFailure = false)
        => _lines.Add(new TraceLine(_open.Count, kind, happened, text, source, isFailure));

    /// <summary>Lines added from here on are held by something.</summary>
    public void Open(string scope) => _open.Add(scope);

    /// <summary>Ends the innermost scope of a name.</summary>
    /// <returns>The scopes inside it that stay open: whoever releases locks in another order than the reverse leaves some.</returns>
    public IReadOnlyList<string> Close(string scope)
    {
        var index = _open.LastIndexOf(scope);
        if (index < 0)
        {
            return [];
        }

        _open.RemoveAt(index);
        return _open[index..];
    }

    public void CloseAll() => _open.Clear();
}
