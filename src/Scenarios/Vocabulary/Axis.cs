using System.Collections.Immutable;
using System.Globalization;
using Compare.Engine;

namespace Compare.Scenarios;

/// <summary>One choice that a world before its first step can differ in: a column, its words, and where the value stands in a
/// <see cref="WorldSetup"/>. A value is a number: that of the engine's enumeration, and the index of its word.</summary>
public sealed class Axis
{
    private readonly Func<WorldSetup, int, WorldSetup> _set;

    private Axis(
        string name, ImmutableArray<string> words, int centre, Func<WorldSetup, int> read, Func<WorldSetup, int, WorldSetup> set)
        => (Name, Words, Centre, Read, _set) = (name, words, centre, read, set);

    /// <summary>Name of the column.</summary>
    public string Name { get; }

    /// <summary>The word of each value, in the order of the format's description.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The value of a scenario whose text does not name the column, and of the witness that is simplest.</summary>
    public int Centre { get; }

    /// <summary>The value in a world.</summary>
    public Func<WorldSetup, int> Read { get; }

    /// <summary>A world with another value.</summary>
    /// <param name="setup">The world.</param>
    /// <param name="value">The value.</param>
    public WorldSetup With(WorldSetup setup, int value) => _set(setup, value);

    /// <summary>The word of the value in a world.</summary>
    /// <param name="setup">The world.</param>
    public string Text(WorldSetup setup) => Words[Read(setup)];

    /// <summary>Whether a world has another value than the centre.</summary>
    /// <param name="setup">The world.</param>
    public bool IsOffCentre(WorldSetup setup) => Read(setup) != Centre;

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

    internal static Axis Of<T>(
        string name, Words<T> words, T centre, Func<WorldSetup, int> read, Func<WorldSetup, int, WorldSetup> set)
        where T : struct, Enum
    {
        for (var i = 0; i < words.Values.Length; i++)
        {
            if (Convert.ToInt32(words.Values[i], CultureInfo.InvariantCulture) != i)
            {
                throw new ArgumentException($"the words of axis {name} do not stand in the order of {typeof(T).Name}", nameof(words));
            }
        }

        return new Axis(name, words.All, words.Values.IndexOf(centre), read, set);
    }
}
