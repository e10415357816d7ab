namespace Compare.Scenarios;

/// <summary>The text of a column of a scenario, by its index in <see cref="ScenarioColumns.All"/>; valid until the next call.</summary>
/// <param name="column">The index.</param>
public delegate ReadOnlySpan<char> ScenarioField(int column);

/// <summary>Makes scenarios of the texts of their columns, wherever these come from. Equal lists of steps become one object.</summary>
public sealed class ScenarioReader
{
    private const int Id = 0;

    private static readonly int Steps = ScenarioColumns.All.Length - 1;

    private readonly ScenarioField _field;
    private readonly Func<string, string, InputException> _error;
    private readonly string[] _words = [.. Axes.All.Select(axis => axis.Words[0])];
    private readonly Dictionary<string, ImmutableArray<Step>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Step>>.AlternateLookup<ReadOnlySpan<char>> _known;

    /// <summary>The world read last, the one of <see cref="_words"/>; to begin with, that of all values 0.</summary>
    private WorldSetup _setup;

    /// <summary>Makes a reader.</summary>
    /// <param name="field">The texts of the scenario that is to be read next.</param>
    /// <param name="error">Makes the error to throw of the name of a column and what is wrong in it.</param>
    public ScenarioReader(ScenarioField field, Func<string, string, InputException> error)
    {
        (_field, _error) = (field, error);
        _known = _lists.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Makes a reader of the current record of a table that was opened for at least the columns of a scenario.</summary>
    /// <param name="records">The table.</param>
    public ScenarioReader(TableRecords records)
        : this(FieldsOf(records), (column, problem) => records.Error(column, problem))
    {
    }

    /// <summary>Reads a scenario.</summary>
    /// <param name="seen">Scenarios read before, by id: one that is the same is given back instead of a new one.</param>
    /// <exception cref="InputException">A value is unknown, or the combination is not legal.</exception>
    public Scenario Read(Dictionary<string, Scenario>.AlternateLookup<ReadOnlySpan<char>>? seen = null)
    {
        if (seen is { } pool && pool.TryGetValue(_field(Id), out var before) && IsSame(before))
        {
            return before;
        }

        ReadSetup();
        var text = ReadSteps(out var steps);
        if (ScenarioRules.Check(_setup, steps) is { } broken)
        {
            throw _error(broken.Column, broken.Problem);
        }

        var id = _field(Id).ToString();
        return (id.Length == 0 ? "found nothing, expected a name" : CellText.Refuse(id)) is { } problem
            ? throw _error("id", problem)
            : new Scenario(id, _setup, steps, text);
    }

    private static ScenarioField FieldsOf(TableRecords records)
    {
        int[] places = [.. ScenarioColumns.All.Select(name => records.Columns.IndexOf(name))];
        return column => records.Text(places[column]);
    }

    private bool IsSame(Scenario before)
    {
        for (var i = 0; i < Axes.All.Length; i++)
        {
            if (!_field(i + 1).SequenceEqual(Axes.All[i].Text(in before.SetupInPlace)))
            {
                return false;
            }
        }

        return _field(Steps).SequenceEqual(before.StepsText);
    }

    /// <summary>Neighbours in a table have most words in common, so only those are looked up that differ from the last ones.</summary>
    private void ReadSetup()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            var word = _field(i + 1);
            if (word.SequenceEqual(_words[i]))
            {
                continue;
            }

            var axis = Axes.All[i];
            var value = axis.Find(word);
            if (value < 0)
            {
                throw _error(axis.Name, Problem.UnknownWord(word.ToString(), axis.Words));
            }

            _setup = axis.With(in _setup, value);
            _words[i] = axis.Words[value];
        }
    }

    private string ReadSteps(out ImmutableArray<Step> steps)
    {
        var field = _field(Steps);
        if (_known.TryGetValue(field, out var text, out steps))
        {
            return text;
        }

        if (!StepText.TryParse(field, out steps, out var problem))
        {
            throw _error("steps", problem);
        }

        text = field.ToString();
        _lists.Add(text, steps);
        return text;
    }
}
