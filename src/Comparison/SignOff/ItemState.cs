namespace Compare.Comparison;

/// <summary>What a ledger says about an item.</summary>
public enum ItemState : byte
{
    /// <summary>Nobody decided.</summary>
    Open,

    /// <summary>Somebody decided on other evidence than today's; as good as open.</summary>
    Void,

    /// <summary>Somebody rejected exactly this; open until it is gone.</summary>
    Rejected,

    /// <summary>Somebody accepted exactly this.</summary>
    Accepted,
}
