using System.Buffers;
using CsvHelper;

namespace Compare.Scenarios;

/// <summary>The records of a CSV file, one after the other. Whatever breaks the rules of CSV is an error with file and line.</summary>
public sealed class TableRecords : IDisposable
{
    /// <summary>Bytes of which cells are made that need no second look.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Where(code => code != '\'').Select(code => (byte)code)]);

    private readonly Stream _source;
    private readonly bool _isWhole;
    private readonly CsvReader _reader;
    private readonly int[] _places;
    private char[] _buffer = new char[256];
    private CsvMalformedRecord? _malformed;

    /// <summary>Opens a file of any columns, read piece by piece: memory does not grow with it.</summary>
    /// <param name="path">A CSV file; decompressed on the way if its name ends in <c>.gz</c>. Lines may end in CRLF, and a byte order mark
    /// may come first.</param>
    /// <exception cref="InputException">The file cannot be read, is empty or no CSV, or a column has no name or that of another.</exception>
    public TableRecords(string path)
        : this(path, default, isWhole: false)
    {
    }

    /// <summary>Opens a file that must have some columns, in any order. Whatever is wrong with a row, what follows is looked at first, so
    /// that damage anywhere in the file comes before any other error but a limit.</summary>
    /// <param name="path">A CSV file, as above.</param>
    /// <param name="columns">The columns that are asked for.</param>
    /// <exception cref="InputException">As above; or a column is missing or misspelt.</exception>
    public TableRecords(string path, ImmutableArray<string> columns)
        : this(path, columns, isWhole: true)
    {
    }

    private TableRecords(string path, ImmutableArray<string> columns, bool isWhole)
    {
        (Path, _isWhole, _source) = (path, isWhole, TableFile.Open(path));
        _reader = CsvReader.Create(_source, new CsvReaderOptions
        {
            MaxRecordSize = InputLimits.RowBytes,
            Separator = ',',
            DetectSeparatorHint = false,
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => _malformed ??= record,
        });
        try
        {
            var places = ReadHeader();
            Header = [.. places.Keys];
            Columns = columns.IsDefault ? Header : columns;
            _places = Match(places);
        }
        catch
        {
            _reader.Dispose();
            throw;
        }
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>The names of the columns, in the order of the file, each once.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The columns that were asked for; otherwise those of <see cref="Header"/>.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The columns of the file that were not asked for, in the order of the file.</summary>
    public ImmutableArray<string> Extra => [.. Header.Except(Columns)];

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

        if (_reader.FieldCount != Header.Length)
        {
            throw _reader.FieldCount == 1 && _reader.IsEmpty(0)
                ? Error(null, "found an empty line, expected a row")
                : Error(null, $"found {_reader.FieldCount} fields, expected {Header.Length}, as many as in the header");
        }

        RefuseCells();
        return true;
    }

    /// <summary>A field of the current record as UTF-8; valid until the next one is read.</summary>
    /// <param name="position">Where its column stands in <see cref="Header"/>.</param>
    public ReadOnlySpan<byte> Field(int position) => _reader.GetSpan(position);

    /// <summary>The text of a column that was asked for in the current record; valid until the next call.</summary>
    /// <param name="column">Its index in <see cref="Columns"/>.</param>
    public ReadOnlySpan<char> Text(int column) => Characters(_places[column]);

    /// <summary>An error in the current record.</summary>
    /// <param name="column">Name of the column, or <see langword="null"/> if the row as a whole is meant.</param>
    /// <param name="problem">What was found and what was expected.</param>
    /// <param name="line">Another line than the current one; 0 for the current one.</param>
    /// <exception cref="InputException">What follows is damaged, which comes first in a table of which some columns were asked for.</exception>
    public InputException Error(string? column, string problem, long line = 0)
    {
        var error = new InputException(new InputLocation(Path, line == 0 ? Line : line, column), problem);
        if (_isWhole)
        {
            _source.CopyTo(Stream.Null);
        }

        return error;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _reader.Dispose();

    /// <summary>The place of each column, in the order of the file.</summary>
    private OrderedDictionary<string, int> ReadHeader()
    {
        if (!Advance())
        {
            throw Error(null, "found an empty file, expected a header and rows", line: 1);
        }

        if (_reader.FieldCount > InputLimits.Columns)
        {
            throw Beyond(1, $"found {_reader.FieldCount} columns, expected at most {InputLimits.Columns}");
        }

        RefuseCells();
        var places = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            var name = _reader.GetString(i);
            if (name.Length == 0)
            {
                throw Error(null, $"found a column without a name at place {i + 1}, expected a name", line: 1);
            }

            if (!places.TryAdd(name, i))
            {
                throw Error(null, $"found column {Problem.Quote(name)} twice, at places {places[name] + 1} and {i + 1}, expected it once", line: 1);
            }
        }

        return places;
    }

    /// <summary>Where each column that is asked for stands. One under almost its name would pass for one that is not asked for.</summary>
    private int[] Match(OrderedDictionary<string, int> places)
    {
        foreach (var name in Extra)
        {
            if (NearName.Find(name, Columns) is { } near)
            {
                throw Error(null, $"found unknown column {Problem.Quote(name)}; did you mean '{near}'?", line: 1);
            }
        }

        var missing = Columns.Where(name => !places.ContainsKey(name)).ToArray();
        return missing.Length == 0
            ? [.. Columns.Select(name => places[name])]
            : throw Error(
                null, $"found no column {string.Join(", ", missing)}; expected the columns {string.Join(", ", Columns)}", line: 1);
    }

    private bool Advance()
    {
        var isRecord = ReadRecord();
        return _malformed is { } record
            ? throw Error(null, record.Reason switch
            {
                CsvMalformedReason.StrayQuote => "found a quote inside a field that does not begin with one, expected the field in quotes and the quote doubled",
                CsvMalformedReason.TextAfterClosingQuote => "found text after the closing quote of a field, expected a comma or the end of the line",
                CsvMalformedReason.UnterminatedQuote => "found a quote that is never closed in the row that begins here, expected the closing one",
                _ => $"found malformed CSV: {record.Reason}",
            }, record.LineNumber)
            : isRecord;
    }

    private bool ReadRecord()
    {
        try
        {
            return _reader.Read() && (_reader.RawRecord.Length <= InputLimits.RowBytes ? true : throw TooLong(Line));
        }
        catch (CsvFormatException e)
        {
            throw TooLong(e.LineNumber);
        }
    }

    /// <summary>Looks at the cells of a row, or of the header, that may hold what none may.</summary>
    private void RefuseCells()
    {
        var row = _reader.RawRecord;
        if (row.Length <= InputLimits.CellBytes && !row.ContainsAnyExcept(Plain))
        {
            return;
        }

        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (CellText.Refuse(Characters(i)) is { } problem)
            {
                throw Header.IsDefault ? Error(null, $"column at place {i + 1}: {problem}") : Error(Header[i], problem);
            }
        }
    }

    private ReadOnlySpan<char> Characters(int place)
    {
        var longest = _reader.GetSpan(place).Length;
        if (longest > _buffer.Length)
        {
            _buffer = new char[Math.Max(longest, _buffer.Length * 2)];
        }

        return _buffer.AsSpan(0, _reader.GetChars(place, _buffer));
    }

    private InputException TooLong(long line)
        => Beyond(line, $"found a row, or a quote that is not closed, of more than {InputLimits.RowBytes} bytes, expected at most that many");

    /// <summary>An error that does not wait for what follows.</summary>
    private InputException Beyond(long line, string problem) => new(new InputLocation(Path, line), problem);
}
