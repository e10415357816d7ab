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

    private Operand Argument()
    {
        Take("(");
        var argument = Assignment();
        Take(")");
        return argument;
    }
}
