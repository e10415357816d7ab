using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>The observed rows, read once.</summary>
internal static class ObservedRows
{
    private static readonly ImmutableArray<Lazy<OutcomeTable>> Tables =
        [.. RepositoryRoot.Observations.Select(path => new Lazy<OutcomeTable>(() => OutcomeTable.Read(path)))];

    /// <summary>The names of the files, without directory.</summary>
    public static ImmutableArray<string> Files { get; } = [.. RepositoryRoot.Observations.Select(path => Path.GetFileName(path))];

    public static IEnumerable<OutcomeRow> All => Tables.SelectMany(table => table.Value.Rows);

    public static ImmutableArray<OutcomeRow> Of(string file) => Tables[Files.IndexOf(file)].Value.Rows;
}
