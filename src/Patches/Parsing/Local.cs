namespace Compare.Patches;

/// <summary>A variable of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Slot">Its number in the function.</param>
/// <param name="At">Where it is declared.</param>
internal sealed record Local(string Name, CType Type, int Slot, Token At)
{
    /// <summary>Whether anything sets it.</summary>
    public bool IsSet { get; set; }

    /// <summary>Where it is read first.</summary>
    public Token? FirstRead { get; set; }

    /// <summary>Where its value is needed first.</summary>
    public Token? FirstKnown { get; set; }

    /// <summary>What it was given that the model has no value of; or null.</summary>
    public string? Opaque { get; set; }
}
