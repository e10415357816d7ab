namespace Compare.Comparison;

/// <summary>What is known about the number of terms of a cover.</summary>
public enum CoverProof : byte
{
    /// <summary>No cover has fewer terms.</summary>
    Minimum,

    /// <summary>None of the terms can be left out; whether other terms would be fewer was not settled within the limits.</summary>
    Irredundant,
}
