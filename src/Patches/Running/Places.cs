namespace Compare.Patches;

/// <summary>The places of a handler: lines that hold instructions, and what may go wrong where.</summary>
internal sealed class Places
{
    private readonly List<string> _failures = [];
    private readonly List<(SourceText Source, int Line)> _lines = [];
    private readonly Dictionary<(string File, int Line), int> _numbers = [];

    /// <summary>The lines that hold instructions, in the order of their numbers.</summary>
    public IReadOnlyList<(SourceText Source, int Line)> Lines => _lines;

    /// <summary>The number of the line of a token.</summary>
    public int LineOf(Token token)
    {
        if (!_numbers.TryGetValue((token.Source.Name, token.Line), out var number))
        {
            number = _numbers[(token.Source.Name, token.Line)] = _lines.Count;
            _lines.Add((token.Source, token.Line));
        }

        return number;
    }

    /// <summary>Adds something that may go wrong.</summary>
    /// <param name="token">Where.</param>
    /// <param name="problem">What the handler does then, as in "reads through NULL".</param>
    /// <returns>The number of the place.</returns>
    public int Failure(Token token, string problem)
    {
        _failures.Add($"{token.Source.Place(token.Line, token.Column)}: {problem}");
        return _failures.Count - 1;
    }

    /// <summary>A place with what goes wrong there.</summary>
    public string Describe(int failure) => _failures[failure];
}
