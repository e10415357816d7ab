using System.CommandLine;
using System.Globalization;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>The option <c>--jobs</c> of a command line.</summary>
internal static class JobsOption
{
    private const string Name = "--jobs";

    /// <summary>The option, for a command that runs a matrix.</summary>
    public static Option<string?> Option() => new(Name)
    {
        Description = "Number of threads that compute; the outcomes do not depend on it [default: one for each processor].",
        HelpName = "N",
    };

    /// <summary>The number of threads.</summary>
    /// <param name="text">What the command line gives; none: one for each processor.</param>
    /// <exception cref="InputException">It is no number from 1 to 256.</exception>
    public static int Parse(string? text)
    {
        if (text is null)
        {
            return Environment.ProcessorCount;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 256
            ? jobs
            : throw new InputException($"{Name}: found '{text}', expected a number from 1 to 256");
    }
}
