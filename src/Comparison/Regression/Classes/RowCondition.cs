using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Which of the rows that both tables have are in a class.</summary>
/// <param name="Expression">What holds for them, as <c>--where</c> reads it; null where it is every row.</param>
/// <param name="Terms">How many terms the expression has; 0 where it is every row.</param>
/// <param name="Proof">What is known about that number.</param>
/// <param name="IsExact">Whether it holds for no other row. Where no short condition is exact, this is what all rows of the class have in
/// common.</param>
/// <param name="Rows">For how many rows it holds.</param>
public sealed record RowCondition(FilterExpression? Expression, int Terms, CoverProof Proof, bool IsExact, long Rows);
