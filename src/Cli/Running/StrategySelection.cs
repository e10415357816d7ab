using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Strategies as a command line names them: a shipped one, or an assembly with strategies of the user's own.</summary>
internal static class StrategySelection
{
    private const string Extension = ".dll";

    /// <summary>The strategies named, each once; without a name all that are shipped.</summary>
    /// <param name="names">Names, <c>FILE.dll</c> or <c>FILE.dll:NAME</c>.</param>
    /// <exception cref="InputException">A name is unknown, an assembly cannot be used, or two strategies have one name.</exception>
    public static IReadOnlyList<FaultHandler> Of(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            return Catalogue.Strategies;
        }

        var found = new List<FaultHandler>();
        foreach (var name in names.Distinct())
        {
            foreach (var strategy in Find(name))
            {
                if (found.Exists(other => other.Name == strategy.Name))
                {
                    throw new InputException($"--strategy: found '{strategy.Name}' twice, expected a name for each strategy");
                }

                found.Add(strategy);
            }
        }

        return found;
    }

    private static IEnumerable<FaultHandler> Find(string name)
    {
        var end = name.IndexOf(Extension + ":", StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            return name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? GuestAssembly.Load(name) : [Catalogue.Strategy(name)];
        }

        var path = name[..(end + Extension.Length)];
        var wanted = name[(end + Extension.Length + 1)..];
        var guests = GuestAssembly.Load(path);
        return guests.Where(guest => guest.Name == wanted).Take(1).ToArray() is { Length: 1 } one
            ? one
            : throw new InputException(new InputLocation(path), Catalogue.UnknownText("strategy", wanted, guests.Select(guest => guest.Name)));
    }
}
