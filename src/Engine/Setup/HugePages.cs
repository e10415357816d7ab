namespace Compare.Engine;

/// <summary>Whether mappings may use transparent huge pages (system setting <c>always</c>).</summary>
public enum HugePages : byte
{
    /// <summary>Allowed.</summary>
    Allowed,

    /// <summary><c>madvise(MADV_NOHUGEPAGE)</c> on every mapping of the scenario.</summary>
    Refused,
}
