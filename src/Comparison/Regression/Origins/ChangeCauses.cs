namespace Compare.Comparison;

/// <summary>What made outcomes change, found out from the records of both runs.</summary>
/// <param name="oldRecord">The record of the old table, if there is one.</param>
/// <param name="newRecord">That of the new table.</param>
public sealed class ChangeCauses(RunRecord? oldRecord, RunRecord? newRecord)
{
    /// <summary>What made the rows of a class change: everything that could have.</summary>
    /// <param name="changed">The class.</param>
    public string Of(ChangedClass changed)
    {
        if (Missing() is { } missing)
        {
            return missing;
        }

        var (before, after) = (oldRecord!, newRecord!);
        var edited = changed.Strategies.Where(name => Differs(before.Strategies, after.Strategies, name)).ToArray();
        var everywhere = new List<string>();
        if (before.Engine != after.Engine)
        {
            everywhere.Add("engine changed");
        }

        var profiles = changed.Kernels.Where(name => Differs(before.Kernels, after.Kernels, name)).ToArray();
        everywhere.AddRange(profiles.Select(name => $"profile {name} changed"));
        if (before.Version != after.Version)
        {
            everywhere.Add($"tool changed ({before.Version} -> {after.Version})");
        }
        else if (before.Tool != after.Tool)
        {
            everywhere.Add("tool changed");
        }

        var causes = string.Join(" or ", edited.Select(name => $"strategy {name} edited").Concat(everywhere));
        var unexplained = changed.Strategies.Except(edited).ToArray();
        return causes.Length == 0 ? "unknown: the two run.json tell of no change that could be it"
            : everywhere.Count == 0 && unexplained.Length > 0 ? $"{causes}; of {string.Join(", ", unexplained)} unknown"
            : causes;
    }

    /// <summary>What made rows appear, go away or hold another scenario.</summary>
    public string OfScenarios() => Missing()
        ?? (oldRecord!.Matrix != newRecord!.Matrix ? "scenarios changed" : "unknown: the two run.json tell of the same scenarios");

    private static bool Differs(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right, string name)
        => left.GetValueOrDefault(name) != right.GetValueOrDefault(name);

    private string? Missing() => (oldRecord, newRecord) switch
    {
        (null, null) => $"unknown: no {RunRecord.FileName} beside the tables tells of them",
        (null, _) => $"unknown: no {RunRecord.FileName} beside the old table tells of it",
        (_, null) => $"unknown: no {RunRecord.FileName} beside the new table tells of it",
        _ => null,
    };
}
