namespace Compare.Patches;

/// <summary>The fault handler of a file: the two functions that the kernel calls.</summary>
/// <param name="Fault">The item that handles a fault at PTE size.</param>
/// <param name="HugeFault">The item that handles one at PMD and PUD size; both may be one function.</param>
internal sealed record HandlerCut(Item Fault, Item HugeFault)
{
    /// <summary>The call by which a fault handler is known: fs/dax.c.</summary>
    private const string DaxFault = "dax_iomap_fault";

    /// <summary>Finds the handler of a file through its <c>vm_operations_struct</c>; without one, by the function that calls the DAX fault.</summary>
    /// <param name="source">The file, for errors that mean it as a whole.</param>
    /// <param name="file">The file after the preprocessor.</param>
    /// <param name="items">Its items.</param>
    /// <returns>The handler; null if nothing in the file calls the DAX fault.</returns>
    /// <exception cref="InputException">There are several, or one of the two functions is missing.</exception>
    public static HandlerCut? Find(SourceText source, Preprocessed file, ImmutableArray<Item> items)
    {
        var functions = items.Where(item => item.Kind == ItemKind.Function).ToLookup(item => item.Name, StringComparer.Ordinal);
        var reaching = Reaching(functions, file);
        if (reaching.Count == 0)
        {
            return null;
        }

        var operations = items.Where(item => item.Kind == ItemKind.Operations)
            .Select(item => (Item: item, Members: MembersOf(item, file)))
            .Where(candidate => candidate.Members.Values.Any(reaching.Contains))
            .ToArray();
        if (operations.Length > 1)
        {
            throw operations[1].Item.Begin.Error(
                $"found a second handler that reaches {DaxFault}, expected one; the first is at {source.Place(operations[0].Item.Begin.Line)}");
        }

        return operations.Length == 1
            ? new HandlerCut(Member(operations[0], "fault", functions), Member(operations[0], "huge_fault", functions))
            : Single(source, functions, reaching);
    }

    private static HandlerCut Single(SourceText source, ILookup<string, Item> functions, HashSet<string> reaching)
    {
        var outermost = reaching
            .Where(name => !reaching.Any(other => other != name && functions[other].Any(item => item.Words.Contains(name))))
            .SelectMany(name => functions[name])
            .ToArray();
        return outermost.Length == 1
            ? new HandlerCut(outermost[0], outermost[0])
            : throw new InputException(new InputLocation(source.Name), $"found no vm_operations_struct and {outermost.Length} functions that reach {DaxFault} "
                + $"({string.Join(", ", outermost.Select(item => item.Name))}), expected one");
    }

    private static Item Member((Item Item, Dictionary<string, string> Members) operations, string member, ILookup<string, Item> functions)
        => !operations.Members.TryGetValue(member, out var name)
            ? throw operations.Item.Begin.Error($"found '{operations.Item.Name}' without .{member}, expected the handler there")
            : functions[name].FirstOrDefault()
                ?? throw operations.Item.Begin.Error($"found no function '{name}' for .{member} of '{operations.Item.Name}' in this file, expected one");

    /// <summary>The functions from which the DAX fault is reached, by calls inside the file and through its macros.</summary>
    private static HashSet<string> Reaching(ILookup<string, Item> functions, Preprocessed file)
    {
        var reaching = new HashSet<string>(StringComparer.Ordinal);
        var words = functions.SelectMany(sameName => sameName)
            .Select(item => (item.Name, Words: item.Words.SelectMany(word => Through(word, item.At)).ToHashSet(StringComparer.Ordinal)))
            .ToArray();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (name, used) in words)
            {
                grown |= (used.Contains(DaxFault) || used.Overlaps(reaching)) && reaching.Add(name);
            }
        }

        reaching.Remove(DaxFault);
        return reaching;

        IEnumerable<string> Through(string word, int line) => file.Macros.Find(word, line) is { } macro
            ? macro.Body.Where(token => token.Kind == TokenKind.Identifier).Select(token => token.Text).Append(word)
            : [word];
    }

    private static Dictionary<string, string> MembersOf(Item operations, Preprocessed file)
    {
        var tokens = file.Macros.Expand(operations.Tokens, operations.At);
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 < tokens.Length; i++)
        {
            if (tokens[i].Is(".") && tokens[i + 2].Is("="))
            {
                members[tokens[i + 1].Text] = tokens[i + 3].Text;
            }
        }

        return members;
    }
}
