namespace Compare.Scenarios;

/// <summary>The most that an input may hold, thousands of times what this program writes. Beyond it stands damage or an attack, and an error
/// comes before memory is taken.</summary>
internal static class InputLimits
{
    /// <summary>Bytes of a row of a table in UTF-8, with quotes and commas; also of a record of a run.</summary>
    public const int RowBytes = 8 << 20;

    /// <summary>Bytes of a cell in UTF-8, and of the name of a column.</summary>
    public const int CellBytes = 5 << 20;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 1 << 18;

    /// <summary>Bytes that a compressed table may become: nearly four times the outcomes of the full product for all that is shipped.</summary>
    public const long DecompressedBytes = 1L << 30;
}
