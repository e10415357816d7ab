using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Compare.Cli;

/// <summary>What is wrong with a command line, in one message.</summary>
/// <remarks>Stricter than the parser, which takes a misspelt option for a file, <c>--out --jobs</c> for a directory called <c>--jobs</c>,
/// and a last <c>--kernel</c> without a name for nothing.</remarks>
internal static class ParseErrors
{
    /// <summary>The first problem, with a near name; <see langword="null"/> where there is none.</summary>
    public static string? Describe(ParseResult parsed)
    {
        var isGroup = parsed.CommandResult.Command.Subcommands.Count > 0;
        if (parsed.Action is HelpAction && !(isGroup && parsed.UnmatchedTokens.Count > 0))
        {
            return null;
        }

        return OfTokens(parsed) ?? OfOptions(parsed) ?? (isGroup ? OfGroup(parsed) : OfArguments(parsed))
            ?? (parsed.Errors.Count == 0 ? null : parsed.Errors[0].Message.TrimEnd('.'));
    }

    private static string? OfTokens(ParseResult parsed)
    {
        var options = parsed.CommandResult.Command.Options.Select(option => option.Name).Append("--help").Distinct().ToArray();
        Token? last = null;
        foreach (var token in parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (token.Type == TokenType.Directive)
            {
                return $"found {Problem.Quote(token.Value)}, expected a command (compare --help lists them)";
            }

            // One dash may begin the value of an option, as in --jobs -1, which has a better message of its own.
            var isValue = last?.Type == TokenType.Option;
            if (token.Type == TokenType.Argument && token.Value.StartsWith(isValue ? "--" : "-", StringComparison.Ordinal))
            {
                return isValue && options.Contains(token.Value)
                    ? $"{last!.Value}: found nothing, expected a value before {Problem.Quote(token.Value)}"
                    : $"unknown option {Problem.Quote(token.Value)}{NearName.Hint(token.Value, options)} ({Path(parsed)} --help lists them)";
            }

            last = token;
        }

        return null;
    }

    private static string? OfOptions(ParseResult parsed)
    {
        foreach (var given in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            var arity = given.Option.Arity;
            if (arity.MinimumNumberOfValues > 0
                && (given.IdentifierTokenCount > given.Tokens.Count || given.Tokens.Any(token => token.Value.Length == 0)))
            {
                return $"{given.Option.Name}: found nothing, expected {given.Option.HelpName ?? "a value"}";
            }

            if (arity.MaximumNumberOfValues == 1 && given.IdentifierTokenCount > 1)
            {
                return $"{given.Option.Name}: found {given.IdentifierTokenCount} times, expected once";
            }
        }

        return null;
    }

    private static string? OfGroup(ParseResult parsed)
    {
        var names = parsed.CommandResult.Command.Subcommands.Select(command => command.Name).ToArray();
        var (what, where) = parsed.CommandResult.Parent is null
            ? ("command", "")
            : ("topic", $"{parsed.CommandResult.Command.Name}: ");
        var expected = $"expected one of {string.Join(", ", names)}";
        return parsed.UnmatchedTokens is [var word, ..]
            ? $"{where}unknown {what} {Problem.Quote(word)}, {expected}{NearName.Hint(word, names)}"
            : parsed.Errors.Count == 0 ? null : $"{where}found no {what}, {expected} ({Path(parsed)} --help describes them)";
    }

    private static string? OfArguments(ParseResult parsed)
    {
        var result = parsed.CommandResult;
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            var path = Path(parsed);
            return $"{path["compare ".Length..]}: found {Problem.Quote(word)}, expected no more arguments ({path} --help shows what it takes)";
        }

        var arguments = result.Command.Arguments;
        var isMissing = arguments.Any(argument => argument.Arity.MinimumNumberOfValues > result.Tokens.Count);
        return isMissing || result.Tokens.Any(token => token.Value.Length == 0)
            ? $"{result.Command.Name}: found nothing, expected {string.Join(' ', arguments.Select(argument => argument.Name))}"
            : null;
    }

    private static string Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            names.Push(result.Command.Name);
        }

        return string.Join(' ', names.Prepend("compare"));
    }
}
