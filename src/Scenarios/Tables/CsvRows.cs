using System.Collections.Immutable;
using CsvHelper;

namespace Compare.Scenarios;

/// <summary>The rows of a CSV file with the columns that are asked for, wherever they stand. Everything else is an error.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly CsvReader _reader;
    private readonly int[] _positions;
    private readonly int _width;
    private char[] _buffer = new char[256];
    private CsvMalformedRecord? _malformed;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="InputException">The file cannot be read, or the header is not one of these columns.</exception>
    public CsvRows(string path, ImmutableArray<string> columns)
    {
        Path = path;
        Columns = columns;
        _reader = CsvReader.Create(TableFile.Read(path), TableFile.Options(record => _malformed ??= record));
        try
        {
            if (!Advance())
            {
                throw Error(null, "found an empty file, expected a header and rows", line: 1);
            }

            var header = new string[_reader.FieldCount];
            for (var i = 0; i < header.Length; i++)
            {
                header[i] = _reader.GetString(i);
            }

            _width = header.Length;
            (_positions, Extra) = new CsvHeader(path, header, columns).Match();
        }
        catch
        {
            _reader.Dispose();
            throw;
        }
    }

    public string Path { get; }

    public ImmutableArray<string> Columns { get; }

    /// <summary>The columns of the file that were not asked for, in the order of the file.</summary>
    public ImmutableArray<string> Extra { get; }

    /// <summary>The line where the current row begins, counted from 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        if (!Advance())
        {
            return false;
        }

        if (_reader.FieldCount == _width)
        {
            return true;
        }

        throw _reader.FieldCount == 1 && _reader.IsEmpty(0)
            ? Error(null, "found an empty line, expected a row")
            : Error(null, $"found {_reader.FieldCount} fields, expected {_width}, as many as in the header");
    }

    /// <summary>The text of a column in the current row; valid until the next call.</summary>
    public ReadOnlySpan<char> Field(int column)
    {
        var position = _positions[column];
        var longest = _reader.GetSpan(position).Length;
        if (longest > _buffer.Length)
        {
            _buffer = new char[Math.Max(longest, _buffer.Length * 2)];
        }

        return _buffer.AsSpan(0, _reader.GetChars(position, _buffer));
    }

    /// <summary>An error at a place in the current row.</summary>
    public InputException Error(int? column, string problem, long line = 0)
        => new(new InputLocation(Path, line == 0 ? Line : line, column is { } index ? Columns[index] : null), problem);

    public void Dispose() => _reader.Dispose();

    private bool Advance()
    {
        var isRow = _reader.Read();
        return _malformed is { } record ? throw CsvProblems.Of(Path, record) : isRow;
    }
}
