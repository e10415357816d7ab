namespace Compare.Comparison;

/// <summary>What changed in a step, in the order in which it is looked at: what comes first decides, what comes later follows from it.</summary>
internal enum ChangeKind : byte
{
    Danger,
    Result,
    Page,
    JournalStarts,
    LookupStarts,
    Time,
    Blocks,
    Calls,
}
