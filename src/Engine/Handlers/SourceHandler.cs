namespace Compare.Engine;

/// <summary>A handler that was read from source text and is run by an interpreter.</summary>
public abstract class SourceHandler : FaultHandler
{
    /// <summary>Hash of the text that the handler is made of: the same text, the same hash.</summary>
    public abstract string SourceHash { get; }

    /// <summary>The lines that the handler is made of, each with its file and number.</summary>
    public abstract IEnumerable<(string At, string Text)> Source { get; }

    /// <summary>
    /// What a reader of outcomes must know of the text: which part of it was not run, which lines no call reached up to now, and where calls
    /// failed. Sentences without a full stop; calls on other threads may add to them meanwhile.
    /// </summary>
    public abstract IEnumerable<string> Remarks();
}
