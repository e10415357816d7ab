namespace Compare.Patches;

/// <summary>The text of a handler that decides whether a fault writes to the file.</summary>
internal static class DecidingText
{
    /// <summary>What only a write does: freeze protection and a journal handle.</summary>
    private static readonly HashSet<string> Writing = ["sb_start_pagefault", "ext4_journal_start_sb", "ext4_journal_start"];

    /// <summary>Finds the text.</summary>
    /// <param name="handler">The handler's function.</param>
    /// <returns>One line of C: the condition, or the statements that compute the variable that is asked; empty where nothing is asked.</returns>
    public static string Of(Item handler)
    {
        var tokens = handler.Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (!tokens[i].Is("if") || !tokens[i + 1].Is("("))
            {
                continue;
            }

            var end = EndOf(tokens, i + 1);
            var afterThen = EndOfStatement(tokens, end + 1);
            var condition = tokens[(i + 2)..end];
            if (IsWriting(end + 1, afterThen))
            {
                return condition is [{ Kind: TokenKind.Identifier } variable] ? Computation(tokens, variable.Text, i) : Token.Join(condition);
            }

            if (afterThen + 2 < tokens.Length && tokens[afterThen + 1].Is("else") && !tokens[afterThen + 2].Is("if")
                && IsWriting(afterThen + 2, EndOfStatement(tokens, afterThen + 2)))
            {
                return condition is [{ Text: "!" }, { Kind: TokenKind.Identifier } denied] ? Computation(tokens, denied.Text, i)
                    : $"!({Token.Join(condition)})";
            }
        }

        return "";

        bool IsWriting(int begin, int stop) => tokens[begin..stop].Any(token => Writing.Contains(token.Text));
    }

    /// <summary>Finds the text of statements that are all that there is.</summary>
    /// <param name="statements">The statements.</param>
    /// <returns>One line of C: what <c>write</c> is set to or what is returned, where nothing else is done; else the statements.</returns>
    public static string Of(ImmutableArray<Token> statements)
    {
        var begin = statements switch
        {
            [{ Text: "bool" or "int" }, { Text: "write" }, { Text: "=" }, ..] => 3,
            [{ Text: "return" }, ..] => 1,
            _ => 0,
        };
        var end = IndexOf(statements, ";", 0);
        return Token.Join(begin > 0 && end == statements.Length - 1 && statements[end].Is(";") ? statements[begin..end] : statements);
    }

    /// <summary>How a variable is computed before a statement.</summary>
    private static string Computation(ImmutableArray<Token> tokens, string variable, int before)
    {
        var assignments = Enumerable.Range(0, before).Where(i => tokens[i].Is(variable) && tokens[i + 1].Text is "=" or "|=" or "&=").ToArray();
        if (assignments.Length == 0)
        {
            return variable;
        }

        if (assignments.Length == 1 && DepthAt(tokens, assignments[0]) == 1 && !IsGuarded(tokens, assignments[0]))
        {
            return Token.Join(tokens[(assignments[0] + 2)..IndexOf(tokens, ";", assignments[0])]);
        }

        return Token.Join(tokens[BeginOf(tokens, assignments[0])..before]);
    }

    private static bool IsGuarded(ImmutableArray<Token> tokens, int at) => tokens[BeginOf(tokens, at)].Text is "if" or "else" or "switch" or "for" or "while";

    /// <summary>The begin of the outermost statement around a token.</summary>
    private static int BeginOf(ImmutableArray<Token> tokens, int at)
    {
        var begin = at;
        for (var depth = DepthAt(tokens, at); begin > 0; begin--)
        {
            var before = tokens[begin - 1];
            if (depth == 1 && (before.Is(";") || before.Is("{") || (before.Is("}") && !tokens[begin].Is("else"))))
            {
                return begin;
            }

            depth += before.Is("}") ? 1 : before.Is("{") ? -1 : 0;
        }

        return begin;
    }

    private static int DepthAt(ImmutableArray<Token> tokens, int at)
        => tokens[..at].Sum(token => token.Is("{") ? 1 : token.Is("}") ? -1 : 0);

    private static int EndOfStatement(ImmutableArray<Token> tokens, int begin)
        => begin < tokens.Length && tokens[begin].Is("{") ? EndOf(tokens, begin) : IndexOf(tokens, ";", begin);

    /// <summary>The parenthesis or brace that closes another.</summary>
    private static int EndOf(ImmutableArray<Token> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Length; i++)
        {
            depth += tokens[i].Text is "(" or "{" ? 1 : tokens[i].Text is ")" or "}" ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return tokens.Length - 1;
    }

    private static int IndexOf(ImmutableArray<Token> tokens, string text, int from)
    {
        for (var i = from; i < tokens.Length; i++)
        {
            if (tokens[i].Is(text))
            {
                return i;
            }
        }

        return tokens.Length - 1;
    }
}
