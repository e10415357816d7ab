namespace Compare.Patches;

/// <content>Declarations.</content>
internal sealed partial class FunctionCompiler
{
    private static readonly HashSet<string> Qualifiers =
    [
        "const", "volatile", "inline", "__inline", "__always_inline", "noinline", "register", "extern", "static", "restrict", "__maybe_unused",
        "__always_unused", "__must_check", "__user", "__init", "__cold", "__read_mostly", "asmlinkage",
    ];

    private bool IsType(Token token) => token.Kind == TokenKind.Identifier && Find(token.Text) is null
        && (token.Text is "struct" or "enum" or "union" or "void" or "char" or "short" or "int" or "long" or "signed" or "unsigned" or "float"
                or "double" or "typeof" or "__typeof__"
            || Qualifiers.Contains(token.Text) || KernelTypes.Names.ContainsKey(token.Text));

    /// <summary>The type at the begin of a declaration.</summary>
    private CType Specifiers()
    {
        var begin = Next;
        CType? named = null;
        var (words, isUnsigned, isSigned, longs) = (new List<string>(), false, false, 0);
        for (; Next.Kind == TokenKind.Identifier; _at++)
        {
            var word = Next.Text;
            if (word is "static" && _scopes.Count > 1)
            {
                throw Next.Error("found a variable that keeps its value, expected none: the model's handlers have no state");
            }

            if (word is "typeof" or "__typeof__" or "union" or "float" or "double")
            {
                throw Next.Error($"found '{word}', which is not in the subset of C that is read");
            }

            if (Qualifiers.Contains(word))
            {
                continue;
            }

            if (named is not null || (words.Count > 0 && !IsArithmetic(word)))
            {
                break;
            }

            if (word is "struct" or "enum")
            {
                _at++;
                var name = Next.Kind == TokenKind.Identifier ? Next : throw Next.Expected("a name");
                named = word == "struct" ? CType.Struct(name.Text) : new CType(CKind.Integer, "enum " + name.Text, 4, IsUnsigned: true);
            }
            else if (IsArithmetic(word))
            {
                isUnsigned |= word == "unsigned";
                isSigned |= word == "signed";
                longs += word == "long" ? 1 : 0;
                words.Add(word);
            }
            else if (KernelTypes.Names.TryGetValue(word, out named))
            {
            }
            else
            {
                throw Next.Error($"found {Next.Shown}, which is no type that the model has{NearName.Hint(word, KernelTypes.Names.Keys)}");
            }
        }

        return named ?? (words.Count == 0 ? throw begin.Expected("a type") : Arithmetic(words, isUnsigned, longs, isSigned));
    }

    private static bool IsArithmetic(string word) => word is "void" or "char" or "short" or "int" or "long" or "signed" or "unsigned";

    private static CType Arithmetic(List<string> words, bool isUnsigned, int longs, bool isSigned)
        => words.Contains("void") ? CType.Void
            : longs > 0 ? isUnsigned ? CType.UnsignedLong : CType.Long
            : words.Contains("short") ? KernelTypes.Names[isUnsigned ? "u16" : "s16"]
            : words.Contains("char") ? new CType(CKind.Integer, "char", 1, isUnsigned && !isSigned)
            : isUnsigned ? CType.UnsignedInt : CType.Int;

    private CType Pointers(CType type)
    {
        while (TakeIf("*"))
        {
            type = CType.To(type);
            while (Next.Kind == TokenKind.Identifier && Qualifiers.Contains(Next.Text))
            {
                _at++;
            }
        }

        return type;
    }

    private (CType Type, Token Name) Declarator(CType type)
    {
        type = Pointers(type);
        if (Next.Is("("))
        {
            throw Next.Error("found a pointer to a function, which is not in the subset of C that is read");
        }

        return (type, TakeName("a name"));
    }

    private ImmutableArray<CType> Parameters()
    {
        var types = ImmutableArray.CreateBuilder<CType>();
        Take("(");
        if (Next.Is("void") && Ahead(1).Is(")"))
        {
            _at++;
        }

        while (!Next.Is(")"))
        {
            var (type, name) = Declarator(Specifiers());
            RefuseArray();
            Declare(type, name).IsSet = true;
            types.Add(type);
            if (!Next.Is(")"))
            {
                Take(",");
            }
        }

        Take(")");
        return types.ToImmutable();
    }

    private void RefuseArray()
    {
        if (Next.Is("["))
        {
            throw Next.Error("found an array, which is not in the subset of C that is read");
        }
    }

    /// <summary>Variables of one declaration, with what they begin as.</summary>
    private void Declaration()
    {
        var specifiers = Specifiers();
        if (TakeIf(";"))
        {
            return;
        }

        do
        {
            var (type, name) = Declarator(specifiers);
            RefuseArray();
            if (Next.Is("("))
            {
                throw Next.Error($"found the declaration of the function '{name.Text}' inside a function, expected a variable");
            }

            var local = Declare(type, name);
            if (TakeIf("="))
            {
                RefuseInitialiser();
                var value = Assignment();
                Emit(InstructionKind.Do, Variable(local, name).Set!(Given(local.Type, value, local)), null, name);
            }
        }
        while (TakeIf(","));
        Take(";");
    }

    private void RefuseInitialiser()
    {
        if (Next.Is("{"))
        {
            throw Next.Error("found the members of a structure, expected one value");
        }
    }
}
