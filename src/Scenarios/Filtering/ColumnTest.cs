namespace Compare.Scenarios;

/// <summary>A condition on one column, ready to be asked of many subjects.</summary>
internal abstract class ColumnTest
{
    public abstract bool Holds(in FilterSubject subject);
}
