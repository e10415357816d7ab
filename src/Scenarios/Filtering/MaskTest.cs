namespace Compare.Scenarios;

/// <summary>The value of an enumeration is in a set of bits.</summary>
internal sealed class MaskTest(ulong mask, Func<Scenario, int> read) : ColumnTest
{
    public override bool Holds(in FilterSubject subject) => ((mask >> read(subject.Scenario)) & 1) != 0;
}
