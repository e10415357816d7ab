namespace Compare.Patches;

/// <summary>Strategies made of what a reviewer has: a C file, a tree or a commit of a kernel, a mail or a patch.</summary>
public static class SourceStrategies
{
    /// <summary>Whether a word names a source: a <c>.c</c> file, a mail or patch by its ending, a folder, or <c>DIR@REV</c>.</summary>
    /// <param name="word">The word, as <c>--strategy</c> gives it.</param>
    public static bool IsSource(string word) => SourceName.Of(word) is not null;

    /// <summary>Reads the strategies of a source.</summary>
    /// <param name="word">The word that names it.</param>
    /// <param name="onto">What a mail or patch is applied to: a file, a folder, or <c>DIR@REV</c>; none: its own text must suffice.</param>
    /// <returns>Each strategy with a word that names it alone; at least one.</returns>
    /// <exception cref="InputException">The source cannot be read, holds no handler, or one that the model cannot run.</exception>
    public static ImmutableArray<(SourceHandler Strategy, string Word)> Load(string word, string? onto)
    {
        var name = SourceName.Of(word) ?? throw new InputException($"--strategy: found {Problem.Quote(word)}, expected a C file, a patch, a mail, or DIR@REV");
        var found = name.IsPatch ? PatchStrategies.Read(name.Place, onto) : [OfTree(name)];
        if (name.Wanted is { } wanted)
        {
            var names = found.Select(strategy => strategy.Name).ToArray();
            found = [.. found.Where(strategy => strategy.Name == wanted)];
            if (found.IsEmpty)
            {
                throw new InputException(
                    new InputLocation(name.Place), $"found no strategy '{wanted}', expected one of {string.Join(", ", names)}{NearName.Hint(wanted, names)}");
            }
        }

        if (name.Given is null)
        {
            return [.. found.Select(strategy => ((SourceHandler)strategy, found.Length == 1 ? word : $"{name.Place}:{strategy.Name}"))];
        }

        return found is [var only]
            ? [(only.Named(name.Given), word)]
            : throw new InputException(
                $"--strategy: found the name '{name.Given}' for {found.Length} strategies in {name.Place}, expected {name.Place}:NAME to choose one of "
                    + string.Join(", ", found.Select(strategy => strategy.Name)));
    }

    private static CHandler OfTree(SourceName name)
    {
        var tree = Tree.Of(name.Place);
        var title = tree switch
        {
            { Revision: { } revision } => new StrategyTitle(SourceName.NameOf(revision), tree.Describe()),
            { IsFile: true } => new StrategyTitle(SourceName.NameOf(Path.GetFileNameWithoutExtension(name.Place)), name.Place),
            _ => new StrategyTitle(SourceName.NameOf(Path.GetFileName(Path.GetFullPath(name.Place))), $"{Tree.HandlerPath} of {name.Place}"),
        };
        return CHandler.Read(CText.Of(tree.Read(Tree.HandlerPath)), title);
    }
}
