namespace Compare.Patches;

/// <content>Macros of the kernel that take a value of any type, or a name: include/linux/compiler.h, asm-generic/bug.h, kconfig.h.</content>
internal sealed partial class FunctionCompiler
{
    private Operand? Builtin(Token name)
    {
        switch (name.Text)
        {
            case "likely" or "unlikely" or "WARN_ON" or "WARN_ON_ONCE":
                return Computed(name.Text.StartsWith("WARN", StringComparison.Ordinal) ? CType.Int : CType.Long, name, Argument().Known(), value => value != 0 ? 1 : 0);
            case "WARN" or "WARN_ONCE":
                var warned = Arguments();
                return warned.IsEmpty ? throw name.Error($"found no argument of '{name.Text}', expected a condition")
                    : Computed(CType.Int, name, warned[0].Known(), value => value != 0 ? 1 : 0);
            case "READ_ONCE" or "ACCESS_ONCE" or "data_race":
                return Argument() with { Set = null, Address = null };
            case "BUG_ON" or "VM_BUG_ON":
                var bug = Argument().Known().Read;
                var isBug = Places.Failure(name, $"meets {name.Text}");
                return new Operand(CType.Void, machine => bug(machine) != 0 ? Oops(machine, isBug) : 0, name);
            case "BUG":
                Take("(");
                Take(")");
                var always = Places.Failure(name, "meets BUG");
                return new Operand(CType.Void, machine => Oops(machine, always), name);
            case "BUILD_BUG_ON":
                return ConstantOf(Argument()) == 0 ? Operand.Of(CType.Int, 0, name) : throw name.Error("found a condition of BUILD_BUG_ON that holds");
            case "IS_ENABLED" or "IS_BUILTIN":
                Take("(");
                var symbol = TakeName("a configuration symbol");
                Take(")");
                return Operand.Of(CType.Int, _compilation.Symbols.Contains(symbol.Text) ? 1 : 0, name);
            case "DIV_ROUND_UP":
                var (dividend, divisor) = TwoArguments();
                return Binary(Sign(name, "/"), Sum(dividend, divisor, name), divisor);
            case "round_up" or "ALIGN":
                var (rising, step) = TwoArguments();
                return Binary(Sign(name, "&"), Sum(rising, step.As(rising.Type), name), Mask(step.As(rising.Type), name));
            case "round_down" or "ALIGN_DOWN":
                var (falling, unit) = TwoArguments();
                return Binary(Sign(name, "&"), falling, Mask(unit.As(falling.Type), name));
            case "IS_ALIGNED":
                var (place, grain) = TwoArguments();
                return Computed(CType.Bool, name, Binary(Sign(name, "&"), place, OneLess(grain.As(place.Type), name)), value => value == 0 ? 1 : 0);
            case "min" or "max":
                var (one, other) = TwoArguments();
                return Extreme(name, one, other);
            case "min_t" or "max_t":
                Take("(");
                var type = Pointers(Specifiers());
                Take(",");
                var (first, second) = LastTwoArguments();
                return Extreme(name, first.As(type), second.As(type));
            case "sizeof":
                throw name.Error("found 'sizeof', which is not in the subset of C that is read");
            default:
                return null;
        }
    }

    private static long Oops(Machine machine, int place)
    {
        machine.Fail(HandlerFailure.Oops, place);
        return 0;
    }

    private (Operand First, Operand Second) TwoArguments()
    {
        Take("(");
        return LastTwoArguments();
    }

    private (Operand First, Operand Second) LastTwoArguments()
    {
        var first = Assignment().Known();
        Take(",");
        var second = Assignment().Known();
        Take(")");
        return (first, second);
    }

    private static Token Sign(Token name, string text) => name with { Kind = TokenKind.Punctuator, Text = text };

    /// <summary>The largest number that is rounded up like this one.</summary>
    private Operand Sum(Operand value, Operand step, Token name)
        => OneLess(Binary(Sign(name, "+"), value, step), name);

    /// <summary>The bits of a power of two and above.</summary>
    private Operand Mask(Operand step, Token name) => Signed(Sign(name, "~"), OneLess(step, name));

    private Operand OneLess(Operand value, Token name) => Binary(Sign(name, "-"), value, Operand.Of(CType.Int, 1, name));

    private Operand Extreme(Token name, Operand one, Operand other)
    {
        var isLess = Binary(Sign(name, name.Text.StartsWith("min", StringComparison.Ordinal) ? "<" : ">"), one, other).Read;
        var type = CType.Common(one.Type, other.Type);
        var (left, right) = (one.As(type).Read, other.As(type).Read);
        return new Operand(type, machine => isLess(machine) != 0 ? left(machine) : right(machine), name);
    }

    private Operand Argument()
    {
        Take("(");
        var argument = Assignment();
        Take(")");
        return argument;
    }
}
