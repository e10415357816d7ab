namespace Compare.Engine;

/// <summary>One step of a scenario.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Place">Where; <see cref="Place.Target"/> for verbs that name no page.</param>
public readonly record struct Step(Verb Verb, Place Place = Place.Target)
{
    /// <summary>Whether the verb accesses a page, so that a place may be named.</summary>
    public bool IsAccess => Verb is <= Verb.OtherStore;
}
