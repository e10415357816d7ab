namespace Compare.Scenarios;

/// <summary>Reads the value of an axis in a world.</summary>
internal delegate int AxisRead(in WorldSetup setup);

/// <summary>Gives an axis of a world another value.</summary>
internal delegate WorldSetup AxisSet(in WorldSetup setup, int value);

/// <summary>One choice that a world before its first step can differ in: a column, its words, and where the value stands in a
/// <see cref="WorldSetup"/>. A value is a number: that of the engine's enumeration, and the index of its word.</summary>
public sealed class Axis
{
    private readonly AxisRead _read;
    private readonly AxisSet _set;

    /// <summary>Makes an axis.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="words">The words, in the order of the values' numbers.</param>
    /// <param name="centre">The value at the centre.</param>
    /// <param name="read">The value in a world.</param>
    /// <param name="set">A world with another value.</param>
    internal Axis(string name, ImmutableArray<string> words, int centre, AxisRead read, AxisSet set)
        => (Name, Words, Centre, _read, _set) = (name, words, centre, read, set);

    /// <summary>Name of the column.</summary>
    public string Name { get; }

    /// <summary>The word of each value, in the order of the format's description.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The value of a scenario whose text does not name the column, and of the witness that is simplest.</summary>
    public int Centre { get; }

    /// <summary>The value in a world.</summary>
    /// <param name="setup">The world.</param>
    public int Read(in WorldSetup setup) => _read(in setup);

    /// <summary>A world with another value.</summary>
    /// <param name="setup">The world.</param>
    /// <param name="value">The value.</param>
    public WorldSetup With(in WorldSetup setup, int value) => _set(in setup, value);

    /// <summary><see cref="Read"/> without a call around it, for who asks it of every scenario.</summary>
    internal AxisRead Reader => _read;

    /// <summary>The word of the value in a world.</summary>
    /// <param name="setup">The world.</param>
    public string Text(in WorldSetup setup) => Words[_read(in setup)];

    /// <summary>Whether a world has another value than the centre.</summary>
    /// <param name="setup">The world.</param>
    public bool IsOffCentre(in WorldSetup setup) => _read(in setup) != Centre;

    /// <summary>The value of a word, which must be written exactly so; -1 if the axis has no such word.</summary>
    /// <param name="word">A word.</param>
    public int Find(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (word.SequenceEqual(Words[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
