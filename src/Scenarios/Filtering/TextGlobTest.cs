namespace Compare.Scenarios;

/// <summary>A text is like a pattern.</summary>
internal sealed class TextGlobTest(string pattern, ColumnText read) : ColumnTest
{
    public override bool Holds(in FilterSubject subject) => Glob.IsMatch(pattern, read(in subject));
}
