namespace Compare.Patches;

/// <content>What expressions are made of: variables, constants, members, calls.</content>
internal sealed partial class FunctionCompiler
{
    private Operand Primary()
    {
        var token = Next;
        _at++;
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.Character:
                var (value, isUnsigned, isLong) = Literal.Read(token);
                return Operand.Of((isUnsigned, isLong) switch
                {
                    (false, false) => CType.Int,
                    (true, false) => CType.UnsignedInt,
                    (false, true) => CType.Long,
                    _ => CType.UnsignedLong,
                }, value, token);
            case TokenKind.Text:
                while (Next.Kind == TokenKind.Text)
                {
                    _at++;
                }

                return new Operand(CType.Text, _ => KernelObjects.Other, token);
            case TokenKind.Punctuator when token.Is("(") && Next.Is("{"):
                throw token.Error("found statements inside an expression, which are not in the subset of C that is read");
            case TokenKind.Punctuator when token.Is("("):
                var inner = Expression();
                Take(")");
                return inner;
            case TokenKind.Identifier when token.Is("__func__") || token.Text.StartsWith("KERN_", StringComparison.Ordinal):
                return Next.Kind == TokenKind.Text ? Primary() : new Operand(CType.Text, _ => KernelObjects.Other, token);
            case TokenKind.Identifier:
                return Next.Is("(") && Find(token.Text) is null ? Call(token) : Named(token);
            default:
                throw token.Expected("an expression");
        }
    }

    private Operand Named(Token name)
    {
        if (Find(name.Text) is { } local)
        {
            local.FirstRead ??= Next.Is("=") ? null : name;
            return Variable(local, name);
        }

        if (_compilation.Enumerators.TryGetValue(name.Text, out var enumerator))
        {
            return Operand.Of(CType.Int, enumerator, name);
        }

        if (name.Is("NULL"))
        {
            return Operand.Of(CType.VoidPointer, 0, name);
        }

        if (KernelConstants.Integers.TryGetValue(name.Text, out var constant))
        {
            return Operand.Of(constant.Type, constant.Value, name);
        }

        if (KernelConstants.Objects.TryGetValue(name.Text, out var named))
        {
            return new Operand(named.Type, _ => named.Address, name) { Address = _ => named.Address };
        }

        if (KernelConstants.Opaque.Contains(name.Text))
        {
            return new Operand(CType.Int, _ => 0, name) { Opaque = $"'{name.Text}'" };
        }

        if (KernelConstants.Sizes.TryGetValue(name.Text, out var size))
        {
            return _compilation.SizeIsOrder
                ? throw name.Error($"found '{name.Text}', expected an order: this handler is not told enum page_entry_size")
                : Operand.Of(CType.UnsignedInt, KernelConstants.SizeOf(size, isOrder: false), name);
        }

        var known = _scopes.SelectMany(scope => scope.Keys)
            .Concat(_compilation.Enumerators.Keys).Concat(KernelConstants.Integers.Keys).Concat(KernelConstants.Sizes.Keys);
        throw name.Error($"found '{name.Text}', which the model does not have{NearName.Hint(name.Text, known)}");
    }

    private Operand Variable(Local local, Token at)
    {
        var (slot, type) = (local.Slot, local.Type);
        var unset = Places.Failure(at, $"reads '{local.Name}', which was not set");
        return new Operand(type, machine => machine.Read(slot, unset), at)
        {
            Set = value => machine => machine.Write(slot, value(machine)),
            Address = machine => machine.AddressOf(slot),
            Opaque = local.Opaque,
            Variable = local,
        };
    }

    private Operand Postfix(Operand operand)
    {
        while (true)
        {
            var sign = Next;
            if (sign.Is("->") || sign.Is("."))
            {
                _at++;
                operand = MemberOf(operand, sign, TakeName("the name of a member"));
            }
            else if (sign.Is("++") || sign.Is("--"))
            {
                _at++;
                operand = Changed(sign, operand, after: false);
            }
            else if (sign.Is("["))
            {
                throw sign.Error("found an array, which is not in the subset of C that is read");
            }
            else if (sign.Is("("))
            {
                throw sign.Error("found a call through a pointer, which is not in the subset of C that is read");
            }
            else
            {
                return operand;
            }
        }
    }

    private Operand MemberOf(Operand of, Token sign, Token name)
    {
        var structure = sign.Is("->") ? of.Type.Target : of.Type;
        var pointer = sign.Is("->") ? of.Known().Read : of.Address;
        if (structure is not { Kind: CKind.Structure } || pointer is null)
        {
            throw sign.Error($"found '{sign.Text}' after a value of type {of.Type.Name}, expected a structure{(sign.Is("->") ? " behind a pointer" : "")}");
        }

        var shortName = structure.Name["struct ".Length..];
        if (!KernelTypes.Structures.TryGetValue(shortName, out var members))
        {
            throw name.Error($"found '{name.Text}' of {structure.Name}, which the model does not have");
        }

        if (!members.TryGetValue(name.Text, out var member))
        {
            var known = members.Keys.Order(StringComparer.Ordinal).ToArray();
            throw name.Error($"found '{name.Text}' of {structure.Name}, which the model does not have; it has "
                + $"{(known.Length == 0 ? "nothing" : string.Join(", ", known))}{NearName.Hint(name.Text, known)}");
        }

        var throughNull = Places.Failure(name, $"reads '{name.Text}' through NULL or an error");
        var read = member.Read ?? (_ => member.Address);
        Evaluation checkedRead = machine =>
        {
            if (KernelObjects.IsObject(pointer(machine)))
            {
                return read(machine);
            }

            machine.Fail(HandlerFailure.Oops, throughNull);
            return 0;
        };
        return new Operand(member.Type, checkedRead, of.At)
        {
            Address = member.Address == 0 ? null : checkedRead,
            Opaque = member.Read is null && member.Address == 0 ? $"'{name.Text}' of {structure.Name}" : null,
        };
    }

    private Operand Call(Token name)
    {
        if (Builtin(name) is { } builtin)
        {
            return builtin;
        }

        var arguments = Arguments();
        if (_compilation.Function(name.Text) is { } function)
        {
            return CallOf(function, name, arguments);
        }

        if (name.Text.StartsWith("trace_", StringComparison.Ordinal))
        {
            return new Operand(CType.Void, _ => 0, name); // include/linux/tracepoint.h: no value, and nothing happens
        }

        var forms = KernelFunctions.All[name.Text].OrderByDescending(form => TakesAll(form, arguments)).ToArray();
        if (forms.Length == 0)
        {
            throw name.Error($"found a call of '{name.Text}', which the model does not have"
                + NearName.Hint(name.Text, KernelFunctions.All.Select(word => word.Key)));
        }

        return CallOf(
            Array.Find(forms, form => form.Parameters.Length == arguments.Length || (form.IsVariadic && form.Parameters.Length < arguments.Length))
                ?? throw name.Error($"found {arguments.Length} arguments of '{name.Text}', expected {string.Join(" or ", forms.Select(form => form.Parameters.Length))}"),
            name,
            arguments);
    }

    private static bool TakesAll(Word word, ImmutableArray<Operand> arguments)
        => word.Parameters.Zip(arguments).All(pair => pair.First.Type.Takes(pair.Second.Type, pair.Second.Constant));

    private ImmutableArray<Operand> Arguments()
    {
        var arguments = ImmutableArray.CreateBuilder<Operand>();
        Take("(");
        while (!Next.Is(")"))
        {
            arguments.Add(Assignment());
            if (!Next.Is(")"))
            {
                Take(",");
            }
        }

        Take(")");
        return arguments.ToImmutable();
    }

    private static Operand CallOf(CFunction function, Token name, ImmutableArray<Operand> arguments)
    {
        if (arguments.Length != function.Parameters)
        {
            throw name.Error($"found {arguments.Length} arguments of '{name.Text}', expected {function.Parameters}");
        }

        Evaluation[] values = [.. arguments.Select((argument, i) => Given(function.ParameterTypes[i], argument.Opaque is null ? argument : argument.Known()))];
        return new Operand(function.Result, machine => machine.Call(function, values), name);
    }

    private Operand CallOf(Word word, Token name, ImmutableArray<Operand> arguments)
    {
        Evaluation[] values = [.. word.Parameters.Select((parameter, i) => Given(parameter.Type, arguments[i]))];
        var needed = word.Parameters.Select(parameter => parameter is { MayBeNull: false, Type.Kind: CKind.Pointer }).ToArray();
        var throughNull = Places.Failure(name, $"gives {name.Text} NULL or an error");
        var wrong = word.Wrong.Length == 0 ? throughNull : Places.Failure(name, word.Wrong);
        return new Operand(word.Result, Run, name) { Opaque = word.IsOpaque ? $"'{name.Text}'" : null };

        long Run(Machine machine)
        {
            Span<long> given = stackalloc long[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                given[i] = values[i](machine);
                if (needed[i] && !KernelObjects.IsObject(given[i]))
                {
                    machine.Fail(HandlerFailure.Oops, throughNull);
                }
            }

            return machine.IsStopped ? 0 : word.Body(machine, given, wrong);
        }
    }
}
