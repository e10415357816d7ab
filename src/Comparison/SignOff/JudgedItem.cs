using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>An item with what the ledger says about it.</summary>
/// <param name="Item">The item.</param>
/// <param name="State">What counts.</param>
/// <param name="Entry">The entry in the ledger, if there is one.</param>
public sealed record JudgedItem(SignOffItem Item, ItemState State, LedgerRow? Entry)
{
    /// <summary>Whether somebody has still to do something about it.</summary>
    public bool IsOpen => State != ItemState.Accepted;
}
