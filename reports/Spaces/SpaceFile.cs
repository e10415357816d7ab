namespace Compare.Reports;

/// <summary>A predicate as a C file: the statements that decide, as <c>--strategy</c> takes them.</summary>
public static class SpaceFile
{
    /// <summary>Makes the text.</summary>
    /// <param name="point">The predicate.</param>
    /// <param name="kernels">Names of the kernels on which it is one of the best.</param>
    public static string Of(FrontPoint point, IEnumerable<string> kernels) => string.Concat(
        ((string[])
        [
            $"/* One of the best predicates on {Phrases.List(kernels)}; made by compare space. */",
            .. point.Program.InC,
        ]).Select(line => line + "\n"));
}
