using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The scenarios of rows. That of the row before is kept: rows of one scenario stand together.</summary>
internal sealed class RowScenarios(string path, DiffColumns columns)
{
    private readonly TableRow _row = new(columns.Names.Length);
    private Scenario? _scenario;

    /// <summary>The scenario of a row.</summary>
    /// <exception cref="InputException">Its columns contradict each other.</exception>
    public Scenario Of(TableRow row)
    {
        if (_scenario is not null && columns.ScenarioFields.All(field => row.Field(field).SequenceEqual(_row.Field(field))))
        {
            return _scenario;
        }

        var text = columns.ScenarioFields.Select(row.Text).ToArray();
        var setup = new WorldSetup(
            Value(Axes.Mounts, text[1]),
            Value(Axes.FileSystems, text[2]),
            Value(Axes.Mappings, text[3]),
            Value(Axes.Geometries, text[4]),
            Value(Axes.Extents, text[5]),
            Value(Axes.Lengths, text[6]),
            Value(Axes.HugePages, text[7]));
        if (!StepText.TryParse(text[8], out var steps, out var problem))
        {
            throw new InputException(new InputLocation(path, row.Line, "steps"), problem);
        }

        if (text[0].Length == 0)
        {
            throw new InputException(new InputLocation(path, row.Line, "id"), "found nothing, expected a name");
        }

        if (ScenarioRules.Check(setup, steps) is { } broken)
        {
            throw new InputException(new InputLocation(path, row.Line, broken.Column), broken.Problem);
        }

        _row.CopyFrom(row);
        return _scenario = new Scenario(text[0], setup, steps);
    }

    /// <summary>The value of a word that was found good when the row was read.</summary>
    private static T Value<T>(Words<T> words, string word)
        where T : struct, Enum
        => words.TryParse(word, out var value) ? value : throw new ArgumentException($"'{word}' is no {typeof(T).Name}", nameof(word));
}
