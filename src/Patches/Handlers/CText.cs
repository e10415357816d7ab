namespace Compare.Patches;

/// <summary>What a strategy is called.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens.</param>
/// <param name="Origin">Where it comes from: a file, a mail, a commit.</param>
internal readonly record struct StrategyTitle(string Name, string Origin);

/// <summary>The text of a handler.</summary>
/// <param name="Source">The file, or the statements that decide.</param>
internal sealed record CText(SourceText Source)
{
    /// <summary>The statements that decide, where they are all that there is.</summary>
    public SourceText? Statements { get; private init; }

    /// <summary>The texts that make the file to be read.</summary>
    public ImmutableArray<SourceText> Parts { get; private init; } = [Source];

    /// <summary>What a reader must know of how the text was made.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Statements that decide, with the rest of a handler around them.</summary>
    /// <param name="statements">The statements.</param>
    public static CText OfStatements(SourceText statements)
        => new(statements) { Statements = statements, Parts = Skeleton.Around(statements) };

    /// <summary>The text of a file: statements alone if it holds no function.</summary>
    /// <param name="source">The file.</param>
    /// <exception cref="InputException">A directive of the file is wrong.</exception>
    public static CText Of(SourceText source)
        => ItemCutter.Items(Preprocessor.Read([source], Configuration.Symbols)).Any(item => item.Kind is ItemKind.Function or ItemKind.Operations)
            ? new CText(source)
            : OfStatements(source);
}
