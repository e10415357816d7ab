using System.CommandLine;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>What is wrong with a command line, in one message.</summary>
internal static class ParseErrors
{
    /// <summary>The first problem, with a near name; <see langword="null"/> where there is none.</summary>
    public static string? Describe(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var known = command.Options.Select(option => option.Name).Append("--help").Distinct().ToArray();
        foreach (var word in parsed.UnmatchedTokens)
        {
            if (word.StartsWith('-'))
            {
                return $"unknown option '{word}'{NearName.Hint(word, known)} (compare {Name(command)}--help lists them)";
            }

            if (command.Subcommands.Count > 0)
            {
                var names = command.Subcommands.Select(sub => sub.Name).ToArray();
                return $"unknown command '{word}', expected one of {string.Join(", ", names)}{NearName.Hint(word, names)}";
            }

            return $"found '{word}', which {Name(command).TrimEnd()} does not take";
        }

        return parsed.Errors[0].Message.TrimEnd('.');
    }

    private static string Name(Command command) => command is RootCommand ? "" : command.Name + " ";
}
