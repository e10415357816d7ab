namespace Compare.Comparison;

/// <summary>How a step ended, without the name that a failure has in each kind of access.</summary>
internal enum ResultKind : byte
{
    Ok,
    Failure,
    Blocked,
    Livelock,
}
