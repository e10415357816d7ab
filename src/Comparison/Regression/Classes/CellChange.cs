namespace Compare.Comparison;

/// <summary>A cell that changed.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Old">What stood there.</param>
/// <param name="New">What stands there now.</param>
public sealed record CellChange(string Column, string Old, string New);
