using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Compare.Scenarios;

/// <summary>The words that one column may hold, each with the value it stands for; the only table for both directions.</summary>
/// <typeparam name="T">The engine's enumeration.</typeparam>
public sealed class Words<T>
    where T : struct, Enum
{
    /// <summary>Plain loops, no query: it would be compiled for each of the enumerations at every start.</summary>
    internal Words(params ReadOnlySpan<(T Value, string Word)> pairs)
    {
        var words = new string[pairs.Length];
        var values = new T[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            (values[i], words[i]) = pairs[i];
        }

        All = ImmutableCollectionsMarshal.AsImmutableArray(words);
        Values = ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>Every word, in the order of the format's description.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>Every value that has a word, in the same order.</summary>
    public ImmutableArray<T> Values { get; }

    /// <summary>The word of a value.</summary>
    /// <param name="value">A value that has one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value has no word.</exception>
    public string Of(T value)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(Values[i], value))
            {
                return All[i];
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} {value} has no word");
    }

    /// <summary>The value of a word, which must be written exactly so.</summary>
    /// <param name="word">A word.</param>
    /// <param name="value">What it stands for.</param>
    /// <returns>Whether the word is known.</returns>
    public bool TryParse(ReadOnlySpan<char> word, out T value)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (word.SequenceEqual(All[i]))
            {
                value = Values[i];
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The value of a word, or what is wrong with the word.</summary>
    /// <param name="word">A word.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="problem">What was found, what was expected, and the nearest word.</param>
    /// <returns>Whether the word is known.</returns>
    public bool TryParse(ReadOnlySpan<char> word, out T value, [NotNullWhen(false)] out string? problem)
    {
        problem = TryParse(word, out value) ? null : Problem.UnknownWord(word.ToString(), All);
        return problem is null;
    }
}
