namespace Compare.Cli;

/// <summary>Strategies as a command line names them: a shipped one, an assembly or a file of C# with strategies of the user's own, or the
/// source of a handler.</summary>
/// <param name="All">The strategies, each once, in the order in which they were named.</param>
/// <param name="Guests">For each that is not shipped the words that name it alone on a command line.</param>
internal sealed record NamedStrategies(ImmutableArray<FaultHandler> All, ImmutableDictionary<string, string> Guests)
{
    /// <summary>The strategies named; without a name all that are shipped.</summary>
    /// <param name="names">Names, <c>FILE.dll</c> or <c>FILE.cs</c>, each with <c>:NAME</c> or without, or the source of a strategy.</param>
    /// <param name="onto">What a mail or patch is applied to; none: its own text must suffice.</param>
    /// <exception cref="InputException">A name is unknown, an assembly or source cannot be used, or two strategies have one name.</exception>
    public static NamedStrategies Of(ImmutableArray<string> names, string? onto = null)
    {
        if (names.IsEmpty)
        {
            return new([.. Catalogue.Strategies], ImmutableDictionary<string, string>.Empty);
        }

        var all = ImmutableArray.CreateBuilder<FaultHandler>();
        var guests = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (strategy, guest) in names.Distinct().SelectMany(name => Find(name, onto)))
        {
            if (all.Any(other => other.Name == strategy.Name))
            {
                throw new InputException($"--strategy: found '{strategy.Name}' twice, expected a name for each strategy");
            }

            all.Add(strategy);
            if (guest is not null)
            {
                guests.Add(strategy.Name, guest);
            }
        }

        return new(all.ToImmutable(), guests.ToImmutable());
    }

    /// <summary>Whether a name is one of an assembly or of a source.</summary>
    public static bool IsGuest(string name) => AssemblyOf(name) is not null || SourceStrategies.IsSource(name);

    /// <summary>The file in a name of an assembly or of C#, or of a strategy in one.</summary>
    private static string? AssemblyOf(string name) => GuestAssembly.Extensions.Select(extension =>
    {
        var end = name.IndexOf(extension + ":", StringComparison.OrdinalIgnoreCase);
        return end >= 0 ? name[..(end + extension.Length)] : name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name : null;
    }).FirstOrDefault(path => path is not null);

    private static IEnumerable<(FaultHandler Strategy, string? Guest)> Find(string name, string? onto)
    {
        if (AssemblyOf(name) is not { } path)
        {
            return SourceStrategies.IsSource(name)
                ? SourceStrategies.Load(name, onto).Select(found => ((FaultHandler)found.Strategy, (string?)Words(found.Word, onto)))
                : [(Catalogue.Strategy(name), null)];
        }

        var guests = GuestAssembly.Load(path);
        if (path.Length == name.Length)
        {
            return guests.Select(strategy => (strategy, (string?)Words($"{name}:{strategy.Name}")));
        }

        var wanted = name[(path.Length + 1)..];
        return guests.Where(guest => guest.Name == wanted).Take(1).ToArray() is [var one]
            ? [(one, Words(name))]
            : throw new InputException(new InputLocation(path), Catalogue.UnknownText("strategy", wanted, guests.Select(guest => guest.Name)));
    }

    private static string Words(string name, string? onto = null)
        => SharedOptions.Quoted(name) + (onto is null ? "" : $" --onto {SharedOptions.Quoted(onto)}");
}
