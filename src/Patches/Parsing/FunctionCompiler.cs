namespace Compare.Patches;

/// <summary>Reads a function, checks it, and makes its instructions, all in one pass over its tokens.</summary>
internal sealed partial class FunctionCompiler
{
    /// <summary>How deep statements and expressions may be nested.</summary>
    private const int MostNested = 200;

    private readonly Compilation _compilation;
    private readonly ImmutableArray<Token> _tokens;
    private readonly Token _end;
    private readonly List<Dictionary<string, Local>> _scopes = [];
    private readonly List<Local> _locals = [];
    private readonly List<(InstructionKind Kind, Evaluation? Value, Label? Target, Token At)> _code = [];
    private readonly Dictionary<string, Label> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _endless = [];
    private CFunction _function = null!;
    private int _at;
    private int _depth;

    /// <summary>Begins with the tokens of an item.</summary>
    /// <param name="compilation">The file.</param>
    /// <param name="tokens">The item, with its macros expanded.</param>
    public FunctionCompiler(Compilation compilation, ImmutableArray<Token> tokens)
    {
        _compilation = compilation;
        _tokens = tokens;
        _end = tokens[^1] with { Kind = TokenKind.End, Text = "" };
    }

    private Token Next => Ahead(0);

    private Places Places => _compilation.Places;

    /// <summary>Reads a function.</summary>
    /// <param name="declared">Told of the function before its body is read, so that the body may call it.</param>
    public CFunction Function(Action<CFunction> declared)
    {
        var result = Specifiers();
        var (type, name) = Declarator(result);
        _scopes.Add([]);
        var parameters = Parameters();
        _function = new CFunction(name.Text, type, parameters) { TooDeep = Places.Failure(name, $"{name.Text} calls itself too often") };
        declared(_function);
        while (Next.Kind == TokenKind.Identifier && !Next.Is("{"))
        {
            _at++;
        }

        Block();
        if (Next.Kind != TokenKind.End)
        {
            throw Next.Expected("the end of the function");
        }

        Emit(InstructionKind.Return, null, null, _tokens[_at - 1]);
        Finish();
        return _function;
    }

    /// <summary>Reads an enumeration.</summary>
    /// <param name="constants">Filled with its constants.</param>
    public void Enumeration(Dictionary<string, long> constants)
    {
        Take("enum");
        if (!Next.Is("{"))
        {
            _at++;
        }

        Take("{");
        for (var value = 0L; !Next.Is("}"); value++)
        {
            var name = TakeName("the name of a constant");
            if (TakeIf("="))
            {
                value = ConstantOf(Conditional());
            }

            constants[name.Text] = value;
            if (!Next.Is("}"))
            {
                Take(",");
            }
        }
    }

    private Token Ahead(int count) => _at + count < _tokens.Length ? _tokens[_at + count] : _end;

    private bool TakeIf(string text)
    {
        if (!Next.Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    private Token Take(string text)
    {
        var token = Next;
        _at += token.Is(text) ? 1 : throw token.Expected($"'{text}'");
        return token;
    }

    private Token TakeName(string what)
    {
        var token = Next;
        _at += token.Kind == TokenKind.Identifier ? 1 : throw token.Expected(what);
        return token;
    }

    private static long ConstantOf(Operand operand)
        => operand.Constant ?? throw operand.At.Error("found an expression that is not constant, expected one that is");

    private T Nested<T>(Func<T> read)
    {
        if (++_depth > MostNested)
        {
            throw Next.Error($"found what is nested more than {MostNested} deep, expected less");
        }

        var value = read();
        _depth--;
        return value;
    }

    private Local? Find(string name)
    {
        for (var scope = _scopes.Count - 1; scope >= 0; scope--)
        {
            if (_scopes[scope].TryGetValue(name, out var local))
            {
                return local;
            }
        }

        return null;
    }

    private Local Declare(CType type, Token name)
    {
        if (type.Kind == CKind.Void)
        {
            throw name.Error($"found the variable '{name.Text}' of type void, expected another type");
        }

        var local = new Local(name.Text, type, _locals.Count, name);
        if (!_scopes[^1].TryAdd(name.Text, local))
        {
            throw name.Error($"found a second variable '{name.Text}', expected another name");
        }

        _locals.Add(local);
        return local;
    }

    private void Emit(InstructionKind kind, Evaluation? value, Label? target, Token at) => _code.Add((kind, value, target, at));

    private Label LabelOf(Token name)
    {
        if (!_labels.TryGetValue(name.Text, out var label))
        {
            _labels[name.Text] = label = new Label(name);
        }

        return label;
    }

    private void Place(Label label) => label.Position = _code.Count;

    private void Finish()
    {
        foreach (var label in _labels.Values.Where(label => label.Position < 0))
        {
            throw label.At!.Value.Error($"found no label '{label.At.Value.Text}' in {_function.Name}, expected one");
        }

        foreach (var local in _locals.Where(local => !local.IsSet && local.FirstRead is not null))
        {
            throw local.FirstRead!.Value.Error($"found '{local.Name}', which is never set, expected a value");
        }

        _function.Slots = _locals.Count;
        _function.Code =
        [
            .. _code.Select(step => new Instruction(
                step.Kind, step.Value, step.Target?.Position ?? 0, Places.LineOf(step.At), EndlessAt(step.At))),
        ];
    }

    private int EndlessAt(Token at)
    {
        if (!_endless.TryGetValue(at.Line, out var place))
        {
            _endless[at.Line] = place = Places.Failure(at, $"never ends: more than {Machine.MostInstructions} steps");
        }

        return place;
    }

    /// <summary>A place to jump to; that of a name is named by the token that mentioned it first.</summary>
    private sealed class Label(Token? at = null)
    {
        public Token? At => at;

        public int Position { get; set; } = -1;
    }
}
