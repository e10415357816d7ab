namespace Compare.Patches;

/// <content>Statements: each becomes instructions at once.</content>
internal sealed partial class FunctionCompiler
{
    private readonly Stack<(Label? Break, Label? Continue)> _loops = [];
    private readonly Stack<Switch> _switches = [];

    private void Block()
    {
        Take("{");
        _scopes.Add([]);
        while (!Next.Is("}"))
        {
            if (Next.Kind == TokenKind.End)
            {
                throw Next.Expected("'}'");
            }

            Statement();
        }

        Take("}");
        _scopes.RemoveAt(_scopes.Count - 1);
    }

    private void Statement() => Nested<object?>(() =>
    {
        OneStatement();
        return null;
    });

    private void OneStatement()
    {
        var token = Next;
        switch (token.Text)
        {
            case "{" when token.Kind == TokenKind.Punctuator:
                Block();
                break;
            case ";" when token.Kind == TokenKind.Punctuator:
                _at++;
                break;
            case "if":
                If();
                break;
            case "while":
                While();
                break;
            case "do":
                Do();
                break;
            case "for":
                For();
                break;
            case "switch":
                SwitchOver();
                break;
            case "case" or "default":
                Case();
                break;
            case "return":
                Return();
                break;
            case "break" or "continue":
                Leave();
                break;
            case "goto":
                _at++;
                Emit(InstructionKind.Jump, null, LabelOf(TakeName("a label")), token);
                Take(";");
                break;
            case "asm" or "__asm__":
                throw token.Error("found inline assembly, which is not in the subset of C that is read");
            case "fallthrough" when Ahead(1).Is(";"):
                _at += 2;
                break;
            default:
                Simple(token);
                break;
        }
    }

    private void Simple(Token token)
    {
        if (token.Kind == TokenKind.Identifier && Ahead(1).Is(":"))
        {
            _at += 2;
            var label = LabelOf(token);
            if (label.Position >= 0)
            {
                throw token.Error($"found a second label '{token.Text}', expected another name");
            }

            Place(label);
            return;
        }

        if (IsType(token))
        {
            Declaration();
            return;
        }

        Emit(InstructionKind.Do, Expression().Read, null, token);
        Take(";");
    }

    private Evaluation Condition()
    {
        Take("(");
        var condition = Expression().Known();
        Take(")");
        return condition.Read;
    }

    private void If()
    {
        var at = Take("if");
        var (no, end) = (new Label(), new Label());
        Emit(InstructionKind.JumpIfZero, Condition(), no, at);
        Statement();
        if (!Next.Is("else"))
        {
            Place(no);
            return;
        }

        Emit(InstructionKind.Jump, null, end, at);
        Place(no);
        _at++;
        Statement();
        Place(end);
    }

    private void While()
    {
        var at = Take("while");
        var (again, end) = (new Label(), new Label());
        Place(again);
        Emit(InstructionKind.JumpIfZero, Condition(), end, at);
        Loop(end, again);
        Emit(InstructionKind.Jump, null, again, at);
        Place(end);
    }

    private void Do()
    {
        Take("do");
        var (again, test, end) = (new Label(), new Label(), new Label());
        Place(again);
        Loop(end, test);
        Place(test);
        var at = Take("while");
        Emit(InstructionKind.JumpIfNotZero, Condition(), again, at);
        Take(";");
        Place(end);
    }

    private void For()
    {
        var at = Take("for");
        var (again, step, end) = (new Label(), new Label(), new Label());
        _scopes.Add([]);
        Take("(");
        if (IsType(Next))
        {
            Declaration();
        }
        else
        {
            Effect(at, ";");
        }

        Place(again);
        if (!Next.Is(";"))
        {
            Emit(InstructionKind.JumpIfZero, Expression().Known().Read, end, at);
        }

        Take(";");
        var change = Next.Is(")") ? null : Expression();
        Take(")");
        Loop(end, step);
        Place(step);
        if (change is not null)
        {
            Emit(InstructionKind.Do, change.Read, null, at);
        }

        Emit(InstructionKind.Jump, null, again, at);
        Place(end);
        _scopes.RemoveAt(_scopes.Count - 1);
    }

    private void Effect(Token at, string end)
    {
        if (!Next.Is(end))
        {
            Emit(InstructionKind.Do, Expression().Read, null, at);
        }

        Take(end);
    }

    private void Loop(Label end, Label again)
    {
        _loops.Push((end, again));
        Statement();
        _loops.Pop();
    }

    private void Leave()
    {
        var token = Next;
        _at++;
        var target = token.Is("break")
            ? _loops.Select(loop => loop.Break).FirstOrDefault()
            : _loops.Select(loop => loop.Continue).FirstOrDefault(label => label is not null);
        Emit(InstructionKind.Jump, null, target ?? throw token.Error($"found '{token.Text}' outside of a loop"), token);
        Take(";");
    }

    private void Return()
    {
        var at = Take("return");
        if (TakeIf(";"))
        {
            Emit(InstructionKind.Return, null, null, _function.Result.Kind == CKind.Void
                ? at : throw at.Error($"found no value, expected one of type {_function.Result.Name}"));
            return;
        }

        var value = Expression();
        if (_function.Result.Kind == CKind.Void)
        {
            throw value.At.Error($"found a value, expected none: {_function.Name} returns nothing");
        }

        Emit(InstructionKind.Return, Given(_function.Result, value.Opaque is null ? value : value.Known()), null, at);
        Take(";");
    }

    private void SwitchOver()
    {
        var at = Take("switch");
        Take("(");
        var value = Expression().Known();
        Take(")");
        if (value.Type.Kind != CKind.Integer)
        {
            throw value.At.Error($"found a value of type {value.Type.Name}, expected an integer");
        }

        var chosen = new Local("", CType.Common(value.Type, CType.Int), _locals.Count, at) { IsSet = true };
        _locals.Add(chosen);
        var known = Variable(chosen, at);
        Emit(InstructionKind.Do, known.Set!(value.As(chosen.Type).Read), null, at);
        var (choose, end) = (new Label(), new Label());
        Emit(InstructionKind.Jump, null, choose, at);
        _switches.Push(new Switch(chosen.Type));
        _loops.Push((end, null));
        Statement();
        _loops.Pop();
        var cases = _switches.Pop();
        Emit(InstructionKind.Jump, null, end, at);
        Place(choose);
        foreach (var (constant, target) in cases.Targets)
        {
            Emit(InstructionKind.JumpIfNotZero, machine => known.Read(machine) == constant ? 1 : 0, target, at);
        }

        Emit(InstructionKind.Jump, null, cases.Default ?? end, at);
        Place(end);
    }

    private void Case()
    {
        var token = Next;
        _at++;
        if (!_switches.TryPeek(out var over))
        {
            throw token.Error($"found '{token.Text}' outside of a switch");
        }

        var label = new Label(token);
        Place(label);
        if (token.Is("default"))
        {
            over.Default = over.Default is null ? label : throw token.Error("found a second default, expected one");
        }
        else
        {
            var value = over.Type.Hold(ConstantOf(Conditional()));
            if (!over.Targets.TryAdd(value, label))
            {
                throw token.Error($"found a second case of {value}, expected one");
            }
        }

        Take(":");
    }

    private sealed class Switch(CType type)
    {
        public CType Type => type;

        public Dictionary<long, Label> Targets { get; } = [];

        public Label? Default { get; set; }
    }
}
