namespace Compare.Comparison;

/// <summary>Rows one after the other.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>Reads the next row.</summary>
    /// <param name="row">Filled with it.</param>
    /// <returns>Whether there is one.</returns>
    bool Read(TableRow row);
}
