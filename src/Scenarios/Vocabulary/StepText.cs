using System.Diagnostics.CodeAnalysis;

namespace Compare.Scenarios;

/// <summary>Steps as column <c>steps</c> writes them: <c>verb</c> or <c>verb@where</c>, one space between two.</summary>
public static class StepText
{
    private static readonly ImmutableArray<string> NamedPlaces = [.. Axes.Places.All.Skip(1)];

    /// <summary>One step as text.</summary>
    /// <param name="step">A step.</param>
    public static string Print(Step step)
    {
        var verb = Axes.Verbs.Of(step.Verb);
        return step.Place == Place.Target ? verb : $"{verb}@{Axes.Places.Of(step.Place)}";
    }

    /// <summary>Steps as text.</summary>
    /// <param name="steps">Any number of steps.</param>
    public static string Print(ReadOnlySpan<Step> steps)
    {
        if (steps.Length == 1)
        {
            return Print(steps[0]);
        }

        var words = new string[steps.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Print(steps[i]);
        }

        return string.Join(' ', words);
    }

    /// <summary>Reads a list of steps.</summary>
    /// <param name="text">At least one step, one space between two.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="problem">What is wrong: an unknown verb or place, a place where none may be, an empty step, no step.</param>
    /// <returns>Whether the text is a list of steps.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ImmutableArray<Step> steps, [NotNullWhen(false)] out string? problem)
    {
        steps = [];
        if (text.IsEmpty)
        {
            problem = "found no step, expected at least one";
            return false;
        }

        var found = ImmutableArray.CreateBuilder<Step>();
        foreach (var range in text.Split(' '))
        {
            if (!TryParseOne(text[range], out var step, out problem))
            {
                if (text[range].IsEmpty)
                {
                    problem = $"found an empty step in {Problem.Quote(text.ToString())}, expected one space between two steps and none around them";
                }

                return false;
            }

            found.Add(step);
        }

        steps = found.DrainToImmutable();
        problem = null;
        return true;
    }

    private static bool TryParseOne(ReadOnlySpan<char> text, out Step step, [NotNullWhen(false)] out string? problem)
    {
        step = default;
        var at = text.IndexOf('@');
        if (!Axes.Verbs.TryParse(at < 0 ? text : text[..at], out var verb, out problem))
        {
            problem = $"unknown step: {problem}";
            return false;
        }

        step = new Step(verb);
        if (at < 0)
        {
            return true;
        }

        if (!step.NamesPage)
        {
            problem = $"found {Problem.Quote(text.ToString())}, expected {Axes.Verbs.Of(verb)} without a place: only an access, read and write name a page";
            return false;
        }

        if (!Axes.Places.TryParse(text[(at + 1)..], out var place) || place == Place.Target)
        {
            problem = $"unknown place in {Problem.Quote(text.ToString())}: {Problem.UnknownWord(text[(at + 1)..].ToString(), NamedPlaces)}"
                + "; page 10, the default, has no name";
            return false;
        }

        step = new Step(verb, place);
        return true;
    }
}
