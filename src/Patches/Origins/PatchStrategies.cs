namespace Compare.Patches;

/// <summary>Strategies made of the patches of a file: one for each prefix of a series that changes the handler.</summary>
internal static class PatchStrategies
{
    /// <summary>Reads them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onto">What the patches are applied to; none: the hunks alone must hold the decision.</param>
    /// <exception cref="InputException">The file holds no patch of a handler, or one that cannot be applied or run.</exception>
    public static ImmutableArray<CHandler> Read(string path, string? onto)
    {
        var patches = PatchReader.Read(path);
        var made = onto is null
            ? patches.Select(patch => (Patch: patch, Text: DecidingHunks.Of(patch))).Where(candidate => candidate.Text is not null)
                .Select(candidate => ReadAlone(candidate.Text!, TitleOf(candidate.Patch)))
            : Applied(patches, Tree.Of(onto));
        var strategies = made.ToImmutableArray();
        if (strategies.IsEmpty)
        {
            throw new InputException(new InputLocation(path), onto is null
                ? "found no hunk that computes 'write' or returns VM_FAULT_FALLBACK, expected the decision of a fault handler, or --onto with the source that it changes"
                : $"found no change of the fault handler of {onto}, expected one: it changes {string.Join(", ", patches.SelectMany(patch => patch.Files).Select(file => file.Path).Distinct())}");
        }

        var twice = strategies.GroupBy(strategy => strategy.Name).FirstOrDefault(sameName => sameName.Count() > 1);
        return twice is null ? strategies : [.. strategies.Select((strategy, i) => strategy.Named($"{strategy.Name}-{i + 1}"))];
    }

    private static CHandler ReadAlone(CText text, StrategyTitle title)
    {
        try
        {
            return CHandler.Read(text, title);
        }
        catch (InputException failure)
        {
            throw new InputException($"{failure.Message} (these are the lines of the patch alone; --onto gives the source that it changes)", failure);
        }
    }

    private static IEnumerable<CHandler> Applied(ImmutableArray<Patch> patches, Tree tree)
    {
        var files = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        string? before = null;
        var paths = patches.SelectMany(patch => patch.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var patch in patches)
        {
            var others = new List<string>();
            var added = new HashSet<int>();
            SourceText? changed = null;
            foreach (var file in patch.Files)
            {
                if (!Concerns(tree, file, paths))
                {
                    others.Add($"not run: {file.Path}");
                    continue;
                }

                var known = files.GetValueOrDefault(file.Path) ?? tree.Read(file.Path);
                before ??= CHandler.Read(new CText(known), default).SourceHash;
                changed = files[file.Path] = Applier.Apply(known, file);
                added.UnionWith(file.Hunks.SelectMany(hunk => hunk.Lines).Where(line => line.Marker == '+').Select(line => line.PatchLine));
            }

            if (changed is null)
            {
                continue;
            }

            var handler = CHandler.Read(new CText(changed), TitleOf(patch));
            if (handler.SourceHash != before || handler.Items.Any(item => LinesOf(item, changed).Any(line => line.IsAdded && added.Contains(line.PatchLine))))
            {
                before = handler.SourceHash;
                yield return handler.Remarked([.. NotRun(changed, handler), .. others]);
            }
        }
    }

    /// <summary>Whether a part of a patch changes the file with the handler: in a tree by its path; a single file is meant by its name, or,
    /// where no patch has that, by all patches if they change one file alone.</summary>
    private static bool Concerns(Tree tree, FilePatch file, HashSet<string> paths)
    {
        var name = Path.GetFileName(tree.Folder);
        return tree.IsFile && paths.Any(path => Path.GetFileName(path) == name) ? Path.GetFileName(file.Path) == name
            : (tree.IsFile && paths.Count == 1) || file.Path == Tree.HandlerPath;
    }

    /// <summary>What a patch adds to that is no part of the handler.</summary>
    private static IEnumerable<string> NotRun(SourceText file, CHandler handler)
    {
        var run = handler.Items.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        return ItemCutter.Items(Preprocessor.Read([file], Configuration.Symbols))
            .Where(item => item.Kind is ItemKind.Function or ItemKind.Operations && !run.Contains(item.Name))
            .Where(item => LinesOf(item, file).Any(line => line.IsAdded))
            .Select(item => $"not run: {item.Name}");
    }

    private static ImmutableArray<SourceLine> LinesOf(Item item, SourceText file) => file.Lines[(item.Begin.Line - 1)..item.Tokens[^1].Line];

    internal static StrategyTitle TitleOf(Patch patch)
    {
        var subject = patch.Subject ?? Path.GetFileNameWithoutExtension(patch.Source);
        var colon = subject.IndexOf(": ", StringComparison.Ordinal);
        var version = patch.Tag?.Split(' ').FirstOrDefault(word => word.Length > 1 && word[0] is 'v' or 'V' && char.IsAsciiDigit(word[1]));
        var words = $"{version} {(colon is > 0 and < 16 ? subject[(colon + 2)..] : subject)}";
        string?[] origin = [patch.Author, patch.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), patch.Commit is { } commit ? $"commit {commit[..Math.Min(12, commit.Length)]}" : null];
        var who = string.Join(", ", origin.Where(part => part is not null));
        return new StrategyTitle(SourceName.NameOf(words), (who.Length == 0 ? "" : who + ": ") + (patch.Subject ?? patch.Source));
    }
}
