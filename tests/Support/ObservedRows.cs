using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Tests;

/// <summary>The observed rows, read once.</summary>
internal static class ObservedRows
{
    private static readonly ImmutableArray<Lazy<ImmutableArray<OutcomeRow>>> Tables =
        [.. RepositoryRoot.Observations.Select(path => new Lazy<ImmutableArray<OutcomeRow>>(() => OutcomeRow.Of(OutcomeTable.Read(path))))];

    /// <summary>The names of the files, without directory.</summary>
    public static ImmutableArray<string> Files { get; } = [.. RepositoryRoot.Observations.Select(path => Path.GetFileName(path))];

    public static IEnumerable<OutcomeRow> All => Tables.SelectMany(table => table.Value);

    public static ImmutableArray<OutcomeRow> Of(string file) => Tables[Files.IndexOf(file)].Value;
}
