namespace Compare.Patches;

/// <summary>A macro.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Names of its parameters; none: a macro that is used without parentheses.</param>
/// <param name="Body">What it stands for.</param>
/// <param name="From">The first line at which it is defined, as counted by <see cref="Preprocessor"/>.</param>
internal sealed record Macro(string Name, ImmutableArray<string>? Parameters, ImmutableArray<Token> Body, int From)
{
    /// <summary>The line at which it ceases to be.</summary>
    public int Until { get; set; } = int.MaxValue;
}

/// <summary>The macros of a file, and their expansion at a line.</summary>
internal sealed class MacroTable
{
    /// <summary>The most tokens that one item may become; a handler has some hundred.</summary>
    internal const int MostTokens = 100_000;

    private const int MostNested = 100;

    private readonly Dictionary<string, List<Macro>> _macros = new(StringComparer.Ordinal);

    /// <summary>Defines a macro; one of that name ceases to be.</summary>
    public void Define(Macro macro)
    {
        Undefine(macro.Name, macro.From);
        if (!_macros.TryGetValue(macro.Name, out var sameName))
        {
            _macros[macro.Name] = sameName = [];
        }

        sameName.Add(macro);
    }

    /// <summary>Takes a macro back.</summary>
    public void Undefine(string name, int line)
    {
        if (_macros.TryGetValue(name, out var sameName))
        {
            sameName[^1].Until = Math.Min(sameName[^1].Until, line);
        }
    }

    /// <summary>The macro of a name at a line, or null.</summary>
    public Macro? Find(string name, int line)
        => _macros.TryGetValue(name, out var sameName) ? sameName.Find(macro => macro.From <= line && line < macro.Until) : null;

    /// <summary>Expands every macro in tokens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="line">The line at which they stand.</param>
    /// <exception cref="InputException">A macro is used wrongly, or grows beyond every measure.</exception>
    public ImmutableArray<Token> Expand(IReadOnlyList<Token> tokens, int line)
    {
        var expansion = new Expansion(this, line);
        expansion.Add(tokens, []);
        return [.. expansion.Made];
    }

    private sealed class Expansion(MacroTable macros, int line)
    {
        private int _work;
        private Token _use;

        public List<Token> Made { get; private set; } = [];

        public void Add(IReadOnlyList<Token> tokens, ImmutableHashSet<string> open)
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                var token = tokens[i];
                _use = open.IsEmpty ? token : _use;
                if (token.Kind != TokenKind.Identifier || open.Contains(token.Text) || macros.Find(token.Text, line) is not { } macro)
                {
                    Made.Add(token);
                }
                else if (macro.Parameters is not { } parameters)
                {
                    Replace(macro, macro.Body, token, open);
                }
                else if (i + 1 < tokens.Count && tokens[i + 1].Is("("))
                {
                    var arguments = Arguments(tokens, ref i, token, parameters.Length);
                    Replace(macro, Substitute(macro, parameters, arguments, token, open), token, open);
                }
                else
                {
                    Made.Add(token);
                }

                if (++_work > MostTokens)
                {
                    throw _use.Error($"found the macro '{_use.Text}' that grows to more than {MostTokens} tokens, expected one that ends");
                }
            }
        }

        private void Replace(Macro macro, IEnumerable<Token> body, Token use, ImmutableHashSet<string> open)
        {
            if (open.Count >= MostNested)
            {
                throw use.Error($"found macros that are nested more than {MostNested} deep, expected fewer");
            }

            Add([.. body.Select(token => token with { Source = use.Source, Line = use.Line, Column = use.Column })], open.Add(macro.Name));
        }

        private static List<List<Token>> Arguments(IReadOnlyList<Token> tokens, ref int i, Token use, int expected)
        {
            List<List<Token>> arguments = [[]];
            var depth = 0;
            for (i++; i < tokens.Count; i++)
            {
                var token = tokens[i];
                depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
                if (depth == 0)
                {
                    var count = arguments is [{ Count: 0 }] && expected == 0 ? 0 : arguments.Count;
                    return count == expected
                        ? arguments
                        : throw use.Error($"found {count} arguments of the macro '{use.Text}', expected {expected}");
                }

                if (depth == 1 && token.Is(","))
                {
                    arguments.Add([]);
                }
                else if (depth > 1 || !token.Is("("))
                {
                    arguments[^1].Add(token);
                }
            }

            throw use.Error($"found the macro '{use.Text}' whose arguments do not end, expected ')'");
        }

        private List<Token> Substitute(
            Macro macro, ImmutableArray<string> parameters, List<List<Token>> arguments, Token use, ImmutableHashSet<string> open)
        {
            var made = new List<Token>();
            for (var i = 0; i < macro.Body.Length; i++)
            {
                var token = macro.Body[i];
                var argument = token.Kind == TokenKind.Identifier ? parameters.IndexOf(token.Text) : -1;
                if (token.Is("##") && made.Count > 0 && i + 1 < macro.Body.Length)
                {
                    var next = macro.Body[++i];
                    var index = parameters.IndexOf(next.Text);
                    var right = index < 0 ? next.Text : Token.Join(arguments[index]);
                    made[^1] = Lexer.Paste(made[^1].Text + right, use);
                }
                else if (token.Is("#") && i + 1 < macro.Body.Length && parameters.IndexOf(macro.Body[i + 1].Text) is >= 0 and var named)
                {
                    i++;
                    made.Add(token with { Kind = TokenKind.Text, Text = $"\"{Token.Join(arguments[named]).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" });
                }
                else if (argument < 0)
                {
                    made.Add(token);
                }
                else if (i + 1 < macro.Body.Length && macro.Body[i + 1].Is("##"))
                {
                    made.AddRange(arguments[argument]);
                }
                else
                {
                    made.AddRange(Expanded(arguments[argument], open));
                }
            }

            return made;
        }

        private List<Token> Expanded(List<Token> tokens, ImmutableHashSet<string> open)
        {
            var outer = Made;
            Made = [];
            Add(tokens, open);
            var made = Made;
            Made = outer;
            return made;
        }
    }
}
