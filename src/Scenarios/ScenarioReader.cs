using System.Collections.Immutable;
using Compare.Engine;

namespace Compare.Scenarios;

/// <summary>Reads the scenario of a row. Equal lists of steps become one object.</summary>
internal sealed class ScenarioReader
{
    private readonly CsvRows _rows;
    private readonly int _id;
    private readonly int _mount;
    private readonly int _fs;
    private readonly int _mapping;
    private readonly int _geometry;
    private readonly int _extent;
    private readonly int _size;
    private readonly int _thp;
    private readonly int _steps;
    private readonly Dictionary<string, ImmutableArray<Step>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Step>>.AlternateLookup<ReadOnlySpan<char>> _known;

    public ScenarioReader(CsvRows rows)
    {
        _rows = rows;
        _known = _lists.GetAlternateLookup<ReadOnlySpan<char>>();
        (_id, _mount, _fs, _mapping) = (Index("id"), Index("mount"), Index("fs"), Index("mapping"));
        (_geometry, _extent, _size, _thp, _steps) = (Index("geometry"), Index("extent"), Index("size"), Index("thp"), Index("steps"));
    }

    /// <summary>Reads the scenario of the current row.</summary>
    /// <param name="pool">Scenarios seen before, by id: one that is the same is given back instead of a new one.</param>
    /// <exception cref="InputException">A value is unknown, or the combination is not legal.</exception>
    public Scenario Read(Dictionary<string, Scenario>.AlternateLookup<ReadOnlySpan<char>> pool)
    {
        var setup = new WorldSetup(
            Value(_mount, Axes.Mounts),
            Value(_fs, Axes.FileSystems),
            Value(_mapping, Axes.Mappings),
            Value(_geometry, Axes.Geometries),
            Value(_extent, Axes.Extents),
            Value(_size, Axes.Lengths),
            Value(_thp, Axes.HugePages));
        var text = Steps(out var steps);
        if (ScenarioRules.Check(setup, steps) is { } broken)
        {
            throw _rows.Error(_rows.Columns.IndexOf(broken.Column), broken.Problem);
        }

        var id = _rows.Field(_id);
        if (id.IsEmpty)
        {
            throw _rows.Error(_id, "found nothing, expected a name");
        }

        return pool.TryGetValue(id, out var known) && known.Setup == setup && known.StepsText == text
            ? known
            : new Scenario(id.ToString(), setup, steps, text);
    }

    private string Steps(out ImmutableArray<Step> steps)
    {
        var field = _rows.Field(_steps);
        if (_known.TryGetValue(field, out var text, out steps))
        {
            return text;
        }

        if (!StepText.TryParse(field, out steps, out var problem))
        {
            throw _rows.Error(_steps, problem);
        }

        text = field.ToString();
        _lists.Add(text, steps);
        return text;
    }

    private T Value<T>(int column, Words<T> words)
        where T : struct, Enum
        => words.TryParse(_rows.Field(column), out var value, out var problem) ? value : throw _rows.Error(column, problem);

    private int Index(string column) => _rows.Columns.IndexOf(column);
}
