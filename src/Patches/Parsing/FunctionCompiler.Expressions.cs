namespace Compare.Patches;

/// <content>Expressions.</content>
internal sealed partial class FunctionCompiler
{
    private Operand Expression()
    {
        var value = Assignment();
        while (TakeIf(","))
        {
            var (first, second) = (value.Read, Assignment());
            value = second with
            {
                Read = machine =>
                {
                    first(machine);
                    return second.Read(machine);
                },
                Constant = null,
                Set = null,
                Address = null,
            };
        }

        return value;
    }

    private Operand Assignment() => Nested(() =>
    {
        var target = Conditional();
        var sign = Next;
        if (sign.Kind != TokenKind.Punctuator || !(sign.Is("=") || (sign.Text.EndsWith('=') && Operators.Precedence(sign with { Text = sign.Text[..^1] }) > 2)))
        {
            return target;
        }

        if (Operators.Precedence(sign) > 0)
        {
            return target;
        }

        _at++;
        var value = Assignment();
        var set = target.Set ?? throw sign.Error($"found an assignment to what cannot be set, expected a variable");
        if (!sign.Is("="))
        {
            value = Binary(sign with { Text = sign.Text[..^1] }, target, value);
        }

        var local = target.Variable;
        return new Operand(target.Type, set(Given(target.Type, value, local)), target.At) { Opaque = local?.Opaque };
    });

    /// <summary>A value as a variable of a type takes it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="value">The value.</param>
    /// <param name="variable">The variable, if it is one.</param>
    /// <exception cref="InputException">The type does not take it.</exception>
    private static Evaluation Given(CType type, Operand value, Local? variable = null)
    {
        if (!type.Takes(value.Type, value.Constant))
        {
            throw value.At.Error($"found a value of type {value.Type.Name}, expected {type.Name}");
        }

        if (variable is not null)
        {
            variable.IsSet = true;
            variable.Opaque ??= value.Opaque;
            if (variable is { Opaque: not null, FirstKnown: { } needed })
            {
                throw value.At.Error($"found {value.Opaque} for '{variable.Name}', which the model has no value of; '{variable.Name}' is computed with at "
                    + needed.Source.Place(needed.Line, needed.Column));
            }
        }

        return value.Opaque is not null || type.Kind != CKind.Integer ? value.Read : value.As(type).Read;
    }

    private Operand Conditional()
    {
        var condition = Binary(1);
        if (!Next.Is("?"))
        {
            return condition;
        }

        _at++;
        var asked = condition.Known().Read;
        var yes = Expression();
        Take(":");
        var no = Nested(Conditional);
        var type = yes.Type.Kind == CKind.Integer && no.Type.Kind == CKind.Integer ? CType.Common(yes.Type, no.Type)
            : yes.Constant == 0 ? no.Type : yes.Type;
        var (first, second) = (Given(type, yes), Given(type, no));
        return new Operand(type, machine => asked(machine) != 0 ? first(machine) : second(machine), condition.At)
        {
            Constant = (condition.Constant is not { } constant ? null : constant != 0 ? yes.Constant : no.Constant) is { } chosen ? type.Hold(chosen) : null,
            Opaque = yes.Opaque ?? no.Opaque,
        };
    }

    private Operand Binary(int least)
    {
        var left = Unary();
        while (Operators.Precedence(Next) is var precedence && precedence >= least)
        {
            var sign = Next;
            _at++;
            left = Binary(sign, left, Binary(precedence + 1));
        }

        return left;
    }

    private Operand Binary(Token sign, Operand left, Operand right)
    {
        var (first, second) = (left.Known(), right.Known());
        var (x, y) = (first.Read, second.Read);
        if (sign.Text is "&&" or "||")
        {
            var isAnd = sign.Is("&&");
            return new Operand(CType.Int, isAnd
                ? machine => x(machine) != 0 && y(machine) != 0 ? 1 : 0
                : machine => x(machine) != 0 || y(machine) != 0 ? 1 : 0, left.At)
            {
                Constant = first.Constant is { } a && (a == 0) == isAnd ? isAnd ? 0 : 1
                    : first.Constant is not null && second.Constant is { } b ? b != 0 ? 1 : 0 : null,
            };
        }

        if (first.Type.Kind == CKind.Pointer || second.Type.Kind == CKind.Pointer)
        {
            return Pointers(sign, first, second);
        }

        var isShift = sign.Text is "<<" or ">>";
        var type = isShift ? CType.Common(first.Type, CType.Int) : CType.Common(first.Type, second.Type);
        var isCompared = Operators.Precedence(sign) is 6 or 7;
        var (p, q) = (first.As(type), second.As(isShift ? CType.Int : type));
        if (isShift && q.Constant is { } bits && (bits < 0 || bits >= type.Bytes * 8))
        {
            throw sign.Error($"found a shift of {type.Name} by {bits} bits, expected fewer than {type.Bytes * 8}");
        }

        var compute = Compute(sign, type, isCompared ? CType.Int : type, p.Read, q.Read);
        return p.Constant is not null && q.Constant is { } divisor && (divisor != 0 || sign.Text is not ("/" or "%"))
            ? Operand.Of(isCompared ? CType.Int : type, compute(null!), left.At)
            : new Operand(isCompared ? CType.Int : type, compute, left.At);
    }

    private Evaluation Compute(Token sign, CType type, CType result, Evaluation p, Evaluation q)
    {
        var mask = (type.Bytes * 8) - 1;
        var byZero = sign.Text is "/" or "%" ? Places.Failure(sign, "divides by 0") : 0;
        return (sign.Text, type.IsUnsigned) switch
        {
            ("&", _) => machine => p(machine) & q(machine),
            ("|", _) => machine => p(machine) | q(machine),
            ("==", _) => machine => p(machine) == q(machine) ? 1 : 0,
            ("!=", _) => machine => p(machine) != q(machine) ? 1 : 0,
            ("/" or "%", var isUnsigned) => machine =>
            {
                var (left, right) = (p(machine), q(machine));
                if (right != 0)
                {
                    return result.Hold(isUnsigned ? Operators.Unsigned(sign.Text, left, right) : Operators.Signed(sign.Text, left, right));
                }

                machine.Fail(HandlerFailure.Oops, byZero);
                return 0;
            }
            ,
            ("<<" or ">>", var isUnsigned) => machine => result.Hold(isUnsigned
                ? Operators.Unsigned(sign.Text, p(machine), q(machine) & mask) : Operators.Signed(sign.Text, p(machine), q(machine) & mask)),
            (_, true) => machine => result.Hold(Operators.Unsigned(sign.Text, p(machine), q(machine))),
            _ => machine => result.Hold(Operators.Signed(sign.Text, p(machine), q(machine))),
        };
    }

    private static Operand Pointers(Token sign, Operand left, Operand right)
    {
        if (sign.Text is not ("==" or "!="))
        {
            throw sign.Error("found arithmetic with a pointer, which is not in the subset of C that is read");
        }

        if (!left.Type.Takes(right.Type, right.Constant) && !right.Type.Takes(left.Type, left.Constant))
        {
            throw sign.Error($"found {left.Type.Name} compared with {right.Type.Name}, expected the same type on both sides");
        }

        var (x, y, isEqual) = (left.Read, right.Read, sign.Is("=="));
        return new Operand(CType.Int, machine => (x(machine) == y(machine)) == isEqual ? 1 : 0, left.At);
    }

    private Operand Unary() => Nested(() =>
    {
        var sign = Next;
        if (sign.Kind == TokenKind.Punctuator)
        {
            switch (sign.Text)
            {
                case "!":
                    _at++;
                    var denied = Unary().Known();
                    return Computed(CType.Int, sign, denied, value => value == 0 ? 1 : 0);
                case "-" or "+" or "~":
                    _at++;
                    return Signed(sign, Unary().Known());
                case "*":
                    _at++;
                    return Behind(sign, Unary().Known());
                case "&":
                    _at++;
                    return AddressOf(sign, Unary());
                case "++" or "--":
                    _at++;
                    var changed = Unary();
                    return Changed(sign, changed, after: true);
                case "(" when IsType(Ahead(1)):
                    return Cast();
            }
        }

        return Postfix(Primary());
    });

    private static Operand Computed(CType type, Token at, Operand operand, Func<long, long> compute)
    {
        var read = operand.Read;
        return operand.Constant is { } constant
            ? Operand.Of(type, compute(constant), at)
            : new Operand(type, machine => compute(read(machine)), at);
    }

    private static Operand Signed(Token sign, Operand operand)
    {
        if (operand.Type.Kind != CKind.Integer)
        {
            throw sign.Error($"found '{sign.Text}' of a value of type {operand.Type.Name}, expected an integer");
        }

        var type = CType.Common(operand.Type, CType.Int);
        return Computed(type, sign, operand.As(type), value => type.Hold(sign.Is("-") ? -value : sign.Is("~") ? ~value : value));
    }

    private Operand Behind(Token sign, Operand pointer)
    {
        if (pointer.Type.Target is not { } target || target.Kind == CKind.Void)
        {
            throw sign.Error($"found '*' of a value of type {pointer.Type.Name}, expected a pointer to something");
        }

        if (target.Kind == CKind.Structure)
        {
            return new Operand(target, pointer.Read, sign) { Address = pointer.Read };
        }

        var wrong = Places.Failure(sign, "reads through NULL, or what was never set");
        return new Operand(target, machine => machine.Load(pointer.Read(machine), wrong), sign)
        {
            Address = pointer.Read,
            Set = value => machine =>
            {
                var address = pointer.Read(machine);
                return machine.Store(address, target.Hold(value(machine)), wrong);
            },
        };
    }

    private static Operand AddressOf(Token sign, Operand operand)
    {
        if (operand.Address is not { } address)
        {
            throw sign.Error("found '&' of what has no address in the model, expected a variable");
        }

        if (operand.Variable is { } variable)
        {
            variable.IsSet = true;
        }

        return new Operand(CType.To(operand.Type), address, sign);
    }

    private static Operand Changed(Token sign, Operand operand, bool after)
    {
        var known = operand.Known();
        if (operand.Set is null || operand.Type.Kind != CKind.Integer)
        {
            throw sign.Error($"found '{sign.Text}' of what is no integer variable, expected one");
        }

        var by = sign.Is("++") ? 1 : -1;
        var set = operand.Set(machine => operand.Type.Hold(known.Read(machine) + by));
        return new Operand(operand.Type, after ? set : Before, sign);

        // Not computed from the value after: a bool is 1 after ++, whatever it was.
        long Before(Machine machine)
        {
            var before = known.Read(machine);
            set(machine);
            return before;
        }
    }

    private Operand Cast()
    {
        var at = Take("(");
        var type = Pointers(Specifiers());
        Take(")");
        if (Next.Is("{"))
        {
            throw Next.Error("found a structure made in place, which is not in the subset of C that is read");
        }

        var value = Unary();
        if (type.Kind == CKind.Void)
        {
            return new Operand(type, value.Read, at);
        }

        return type.IsScalar && value.Type.IsScalar ? value.As(type) with { At = at }
            : throw at.Error($"found {value.Type.Name} made into {type.Name}, expected integers or pointers");
    }
}
