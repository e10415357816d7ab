namespace Compare.Patches;

/// <summary>What an item of a file declares.</summary>
internal enum ItemKind : byte
{
    /// <summary>A function with a body.</summary>
    Function,

    /// <summary>An enumeration.</summary>
    Enumeration,

    /// <summary>A <c>struct vm_operations_struct</c> with its members.</summary>
    Operations,

    /// <summary>Something else: a declaration, a type, a table.</summary>
    Other,
}

/// <summary>An item at the outermost level of a file.</summary>
/// <param name="Kind">What it declares.</param>
/// <param name="Name">The name that it declares; of what is none of the three kinds nothing.</param>
/// <param name="Tokens">Its tokens; macros are not expanded.</param>
/// <param name="At">The line of macros at which it ends: one that is defined inside of it holds.</param>
internal sealed record Item(ItemKind Kind, string Name, ImmutableArray<Token> Tokens, int At)
{
    /// <summary>Where it begins.</summary>
    public Token Begin => Tokens[0];

    /// <summary>The names that stand in it.</summary>
    public IEnumerable<string> Words => Tokens.Where(token => token.Kind == TokenKind.Identifier).Select(token => token.Text);
}

/// <summary>
/// Cuts a file into items. In the kernel's style a brace in column 1 ends an item, so that a parenthesis or brace that is missing in one
/// does not swallow the next.
/// </summary>
internal static class ItemCutter
{
    /// <summary>Cuts a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="byColumn">Whether a brace in column 1 ends an item.</param>
    public static ImmutableArray<Item> Items(Preprocessed file, bool byColumn = true)
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        var tokens = new List<Token>();
        var (depth, at) = (0, 0);
        for (var line = 0; line < file.Lines.Length; line++)
        {
            var endsItem = byColumn && file.Lines[line].Tokens[0] is { Column: 1 } first && first.Is("}");
            foreach (var token in file.Lines[line].Tokens)
            {
                at = line;
                tokens.Add(token);
                depth += token.Text is "(" or "{" or "[" ? 1 : token.Text is ")" or "}" or "]" ? -1 : 0;
                if (depth == 0 && token.Is(";"))
                {
                    Take();
                }
            }

            if (endsItem || (depth == 0 && tokens.Count > 0 && tokens[^1].Is("}")))
            {
                Take();
            }
        }

        Take();
        return items.ToImmutable();

        void Take()
        {
            if (tokens.Count > 0)
            {
                items.Add(Of([.. tokens], at));
                tokens.Clear();
            }

            depth = 0;
        }
    }

    private static Item Of(ImmutableArray<Token> tokens, int at)
    {
        var brace = IndexOf(tokens, "{");
        var parenthesis = IndexOf(tokens, "(");
        var assignment = IndexOf(tokens, "=");
        if (tokens[0].Is("enum") && brace is > 0 and <= 2)
        {
            return new Item(ItemKind.Enumeration, brace == 2 ? tokens[1].Text : "", tokens, at);
        }

        if (assignment > 0 && assignment < brace && tokens[..assignment].Any(token => token.Is("vm_operations_struct")))
        {
            return new Item(ItemKind.Operations, tokens[assignment - 1].Text, tokens, at);
        }

        return parenthesis > 0 && parenthesis < brace && assignment is var equals && (equals < 0 || equals > parenthesis)
            && tokens[parenthesis - 1].Kind == TokenKind.Identifier && !IsStatement(tokens[0])
            ? new Item(ItemKind.Function, tokens[parenthesis - 1].Text, tokens, at)
            : new Item(ItemKind.Other, "", tokens, at);
    }

    /// <summary>Whether a token begins a statement, so that what it begins is no declaration.</summary>
    public static bool IsStatement(Token token)
        => token.Text is "if" or "switch" or "for" or "while" or "do" or "return" or "goto" or "{";

    private static int IndexOf(ImmutableArray<Token> tokens, string text)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(text))
            {
                return i;
            }
        }

        return -1;
    }
}
