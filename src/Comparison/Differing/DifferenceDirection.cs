namespace Compare.Comparison;

/// <summary>Which way a result changes from the left outcome to the right.</summary>
public enum DifferenceDirection : byte
{
    /// <summary>Neither of the two below.</summary>
    Other,

    /// <summary>What failed, blocked or livelocked is ok.</summary>
    Fixed,

    /// <summary>What was ok fails, blocks or livelocks.</summary>
    Broken,
}
