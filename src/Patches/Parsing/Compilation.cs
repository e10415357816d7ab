namespace Compare.Patches;

/// <summary>The functions of a file, made ready to run as they are called.</summary>
/// <param name="items">The items of the file.</param>
/// <param name="macros">Its macros.</param>
/// <param name="symbols">The configuration symbols that are set.</param>
/// <param name="places">Filled with the places of what is made.</param>
internal sealed class Compilation(ImmutableArray<Item> items, MacroTable macros, IReadOnlySet<string> symbols, Places places)
{
    private readonly Dictionary<string, CFunction> _functions = new(StringComparer.Ordinal);
    private readonly ILookup<string, Item> _items = items.Where(item => item.Kind == ItemKind.Function).ToLookup(item => item.Name, StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private Dictionary<string, long>? _enumerators;

    /// <summary>The configuration symbols that are set.</summary>
    public IReadOnlySet<string> Symbols => symbols;

    /// <summary>The places of what was made.</summary>
    public Places Places => places;

    /// <summary>The items that were used, in the order in which they were needed.</summary>
    public List<Item> Used { get; } = [];

    /// <summary>Whether the handler is told the order of the folio, and not <c>enum page_entry_size</c>.</summary>
    public bool SizeIsOrder { get; set; }

    /// <summary>The constants of the file's enumerations.</summary>
    public IReadOnlyDictionary<string, long> Enumerators => _enumerators ??= ReadEnumerators();

    /// <summary>A function of the file.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The function; null if the file has none of that name.</returns>
    /// <exception cref="InputException">It is more than the subset of C that is read, or uses what the model does not have.</exception>
    public CFunction? Function(string name)
    {
        if (_functions.TryGetValue(name, out var known))
        {
            return known;
        }

        var sameName = _items[name].ToArray();
        if (sameName.Length == 0)
        {
            return null;
        }

        if (sameName.Length > 1)
        {
            throw sameName[1].Begin.Error($"found a second function '{name}', expected one; the first is at {sameName[0].Begin.Source.Place(sameName[0].Begin.Line)}");
        }

        Used.Add(sameName[0]);
        return new FunctionCompiler(this, Expanded(sameName[0])).Function(function => _functions.Add(name, function));
    }

    /// <summary>The text of what was used, with macros expanded: the same text, the same handler.</summary>
    public string Text => string.Join(
        '\n',
        _texts.Order(StringComparer.Ordinal).Concat(Enumerators.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key} = {item.Value}")));

    private ImmutableArray<Token> Expanded(Item item)
    {
        var tokens = macros.Expand(item.Tokens, item.At);
        if (item.Kind == ItemKind.Function)
        {
            _texts.Add($"{item.Name}: {string.Join(' ', tokens.Select(token => token.Text))}");
        }

        return tokens;
    }

    private Dictionary<string, long> ReadEnumerators()
    {
        var constants = new Dictionary<string, long>(StringComparer.Ordinal);
        _enumerators = constants;
        foreach (var item in items.Where(item => item.Kind == ItemKind.Enumeration))
        {
            new FunctionCompiler(this, Expanded(item)).Enumeration(constants);
        }

        return constants;
    }
}
