namespace Compare.Scenarios;

/// <summary>Reads the text of a column without making a string.</summary>
internal delegate ReadOnlySpan<char> ColumnText(in FilterSubject subject);
