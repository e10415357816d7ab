namespace Compare.Patches;

/// <summary>What the preprocessor left of a file.</summary>
/// <param name="Lines">The lines of tokens that no condition takes out, without directives; an index into them is the line of a macro.</param>
/// <param name="Macros">The macros.</param>
internal sealed record Preprocessed(ImmutableArray<TokenLine> Lines, MacroTable Macros);

/// <summary>
/// Carries out conditions and definitions. <c>#include</c> is passed over: what it would declare is the table of the kernel's words.
/// </summary>
internal sealed class Preprocessor
{
    private readonly IReadOnlySet<string> _symbols;
    private readonly List<TokenLine> _kept = [];
    private readonly MacroTable _macros = new();
    private readonly Stack<Condition> _open = [];

    private Preprocessor(IReadOnlySet<string> symbols) => _symbols = symbols;

    private bool IsOff => _open.TryPeek(out var condition) && !condition.IsOn;

    /// <summary>Carries out the directives of a file.</summary>
    /// <param name="sources">The file, or the texts that make it, in order.</param>
    /// <param name="symbols">The configuration symbols that are set.</param>
    /// <exception cref="InputException">A directive is wrong.</exception>
    public static Preprocessed Read(ImmutableArray<SourceText> sources, IReadOnlySet<string> symbols)
    {
        var reader = new Preprocessor(symbols);
        foreach (var line in sources.SelectMany(Lexer.Read))
        {
            if (line.IsDirective)
            {
                reader.Carry(line);
            }
            else if (!reader.IsOff)
            {
                reader._kept.Add(line);
            }
        }

        return reader._open.TryPeek(out var open)
            ? throw open.Begin.Error("found a condition that does not end, expected #endif")
            : new Preprocessed([.. reader._kept], reader._macros);
    }

    private void Carry(TokenLine line)
    {
        if (line.Tokens.IsEmpty)
        {
            return;
        }

        var name = line.Tokens[0];
        var rest = line.Tokens[1..];
        switch (name.Text)
        {
            case "if":
                _open.Push(new Condition(name, IsOff, !IsOff && Holds(name, rest)));
                break;
            case "ifdef" or "ifndef":
                _open.Push(new Condition(name, IsOff, IsDefined(NameIn(name, rest)) == (name.Text == "ifdef")));
                break;
            case "elif":
                var other = Open(name);
                other.Switch(!other.IsDone && Holds(name, rest));
                break;
            case "else":
                Open(name).Switch(true);
                break;
            case "endif":
                Open(name);
                _open.Pop();
                break;
            case "define" when !IsOff:
                Define(name, rest);
                break;
            case "undef" when !IsOff:
                _macros.Undefine(NameIn(name, rest).Text, _kept.Count);
                break;
            case "error" when !IsOff:
                throw name.Error($"found #error {Problem.Quote(Token.Join(rest))}, expected a file that compiles with these symbols: {string.Join(", ", _symbols)}");
            case "define" or "undef" or "error" or "include" or "pragma" or "warning" or "line":
                break;
            default:
                throw name.Expected("a directive of the preprocessor");
        }
    }

    private Condition Open(Token name) => _open.TryPeek(out var condition) ? condition : throw name.Expected("an #if before it");

    private static Token NameIn(Token directive, ImmutableArray<Token> rest)
        => rest is [{ Kind: TokenKind.Identifier } name, ..] ? name : throw directive.Error($"found #{directive.Text} without a name, expected one");

    private bool IsDefined(Token name) => _symbols.Contains(name.Text) || _macros.Find(name.Text, _kept.Count) is not null;

    private void Define(Token directive, ImmutableArray<Token> rest)
    {
        var name = NameIn(directive, rest);
        var hasParameters = rest.Length > 1 && rest[1].Is("(") && rest[1].Line == name.Line && rest[1].Column == name.Column + name.Text.Length;
        if (!hasParameters)
        {
            _macros.Define(new Macro(name.Text, null, rest[1..], _kept.Count));
            return;
        }

        var parameters = ImmutableArray.CreateBuilder<string>();
        var i = 2;
        for (; i < rest.Length && !rest[i].Is(")"); i++)
        {
            if (rest[i].Kind == TokenKind.Identifier)
            {
                parameters.Add(rest[i].Text);
            }
            else if (!rest[i].Is(","))
            {
                throw rest[i].Expected("the name of a parameter; a variable number of them is not read");
            }
        }

        _macros.Define(i < rest.Length
            ? new Macro(name.Text, parameters.ToImmutable(), rest[(i + 1)..], _kept.Count)
            : throw name.Error($"found parameters of the macro '{name.Text}' that do not end, expected ')'"));
    }

    private bool Holds(Token directive, ImmutableArray<Token> condition)
    {
        var asked = new List<Token>();
        for (var i = 0; i < condition.Length; i++)
        {
            if (!condition[i].Is("defined") && !condition[i].Is("IS_ENABLED") && !condition[i].Is("IS_BUILTIN"))
            {
                asked.Add(condition[i]);
                continue;
            }

            var at = i;
            i += i + 1 < condition.Length && condition[i + 1].Is("(") ? 2 : 1;
            var name = i < condition.Length && condition[i].Kind == TokenKind.Identifier ? condition[i] : throw condition[at].Expected("a name after it");
            i += i - at == 2 ? 1 : 0;
            asked.Add(name with { Kind = TokenKind.Number, Text = IsDefined(name) ? "1" : "0" });
        }

        return new DirectiveCondition(directive, _macros.Expand(asked, _kept.Count)).Value != 0;
    }

    private sealed class Condition(Token begin, bool isInsideOff, bool holds)
    {
        public Token Begin => begin;

        public bool IsDone { get; private set; } = isInsideOff || holds;

        public bool IsOn { get; private set; } = !isInsideOff && holds;

        public void Switch(bool holds)
        {
            IsOn = !IsDone && holds;
            IsDone |= holds;
        }
    }
}

/// <summary>The condition of an <c>#if</c>: a constant expression, in which a name that is no macro is 0.</summary>
internal sealed class DirectiveCondition
{
    private readonly Token _end;
    private readonly ImmutableArray<Token> _tokens;
    private int _at;

    /// <summary>Evaluates a condition.</summary>
    /// <param name="directive">The directive, for errors at its end.</param>
    /// <param name="tokens">The condition, with its macros expanded.</param>
    /// <exception cref="InputException">It is no constant expression.</exception>
    public DirectiveCondition(Token directive, ImmutableArray<Token> tokens)
    {
        _end = directive with { Kind = TokenKind.End, Text = "" };
        _tokens = tokens;
        Value = Choice();
        if (_at < _tokens.Length)
        {
            throw Next.Expected("an operator or the end of the condition");
        }
    }

    /// <summary>The value.</summary>
    public long Value { get; }

    private Token Next => _at < _tokens.Length ? _tokens[_at] : _end;

    private long Choice()
    {
        var condition = Binary(1);
        if (!Next.Is("?"))
        {
            return condition;
        }

        _at++;
        var yes = Choice();
        Take(":");
        var no = Choice();
        return condition != 0 ? yes : no;
    }

    private long Binary(int least)
    {
        var left = Unary();
        while (Operators.Precedence(Next) is var precedence && precedence >= least)
        {
            var name = Next;
            _at++;
            var right = Binary(precedence + 1);
            left = name.Text switch
            {
                "||" => left != 0 || right != 0 ? 1 : 0,
                "&&" => left != 0 && right != 0 ? 1 : 0,
                "/" or "%" when right == 0 => throw name.Error("found a division by 0, expected another divisor"),
                _ => Operators.Signed(name.Text, left, right),
            };
        }

        return left;
    }

    private long Unary()
    {
        var token = Next;
        _at++;
        if (token.Is("("))
        {
            var inner = Choice();
            Take(")");
            return inner;
        }

        return token switch
        {
            { Kind: TokenKind.Identifier } => 0,
            { Kind: TokenKind.Number or TokenKind.Character } => Literal.Read(token).Value,
            _ when token.Is("!") => Unary() == 0 ? 1 : 0,
            _ when token.Is("-") => -Unary(),
            _ when token.Is("+") => Unary(),
            _ when token.Is("~") => ~Unary(),
            _ => throw token.Expected("a constant expression"),
        };
    }

    private void Take(string text)
    {
        if (!Next.Is(text))
        {
            throw Next.Expected($"'{text}'");
        }

        _at++;
    }
}
