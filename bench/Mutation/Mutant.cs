namespace Compare.Bench;

/// <summary>One change of one place in the source.</summary>
/// <param name="Id">Its number: the order of files, and of nodes in them; 1 is the first.</param>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Original">The source there, on one line.</param>
/// <param name="Changed">What stands there instead.</param>
internal sealed record Mutant(int Id, string File, int Line, string Original, string Changed)
{
    public override string ToString() => $"{File}:{Line}: {Original} → {Changed}";
}
