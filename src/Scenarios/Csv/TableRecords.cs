using System.Collections.Immutable;
using CsvHelper;

namespace Compare.Scenarios;

/// <summary>The records of a CSV file of any columns, one after the other: memory does not grow with the file.</summary>
public sealed class TableRecords : IDisposable
{
    private readonly string _path;
    private readonly CsvReader _reader;
    private CsvMalformedRecord? _malformed;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">A CSV file; decompressed on the way if its name ends in <c>.gz</c>. Lines may end in CRLF, and a byte order mark
    /// may come first.</param>
    /// <exception cref="InputException">The file cannot be read, is empty or no CSV, or a column has no name or that of another.</exception>
    public TableRecords(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _path = path;
        _reader = CsvReader.Create(TableFile.Open(path), TableFile.Options(record => _malformed ??= record));
        try
        {
            Header = ReadHeader();
        }
        catch
        {
            _reader.Dispose();
            throw;
        }
    }

    /// <summary>The names of the columns, in the order of the file, each once.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The line where the current record begins, counted from 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Goes to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InputException">What comes next is no record of as many fields as the header has.</exception>
    public bool Read()
    {
        if (!Advance())
        {
            return false;
        }

        if (_reader.FieldCount == Header.Length)
        {
            return true;
        }

        throw _reader.FieldCount == 1 && _reader.IsEmpty(0)
            ? Error(null, "found an empty line, expected a row")
            : Error(null, $"found {_reader.FieldCount} fields, expected {Header.Length}, as many as in the header");
    }

    /// <summary>The text of a field in the current record, as UTF-8; valid until the next one is read.</summary>
    /// <param name="position">Where its column stands in <see cref="Header"/>.</param>
    public ReadOnlySpan<byte> Field(int position) => _reader.GetSpan(position);

    /// <summary>An error in the current record.</summary>
    /// <param name="column">Name of the column, or <see langword="null"/> if the row as a whole is meant.</param>
    /// <param name="problem">What was found and what was expected.</param>
    /// <param name="line">Another line than the current one; 0 for the current one.</param>
    public InputException Error(string? column, string problem, long line = 0)
        => new(new InputLocation(_path, line == 0 ? Line : line, column), problem);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _reader.Dispose();

    private ImmutableArray<string> ReadHeader()
    {
        if (!Advance())
        {
            throw Error(null, "found an empty file, expected a header and rows", line: 1);
        }

        var names = ImmutableArray.CreateBuilder<string>(_reader.FieldCount);
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            var name = _reader.GetString(i);
            if (name.Length == 0)
            {
                throw Error(null, $"found a column without a name at place {i + 1}, expected a name", line: 1);
            }

            var first = names.IndexOf(name);
            if (first >= 0)
            {
                throw Error(null, $"found column '{name}' twice, at places {first + 1} and {i + 1}, expected it once", line: 1);
            }

            names.Add(name);
        }

        return names.MoveToImmutable();
    }

    private bool Advance()
    {
        var isRow = _reader.Read();
        return _malformed is { } record ? throw CsvProblems.Of(_path, record) : isRow;
    }
}
