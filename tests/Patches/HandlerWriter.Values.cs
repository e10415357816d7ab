namespace Compare.Tests.Patches;

/// <content>Values, and the types that they have.</content>
internal sealed partial class HandlerWriter
{
    private (string Text, CInteger Type) Value(int depth)
    {
        if (depth == 0)
        {
            return Leaf();
        }

        var (x, y) = (Value(depth - 1), Value(depth - 1));
        var common = x.Type.With(y.Type);
        var promoted = x.Type.With(Int);
        switch (Choose(16))
        {
            case 0 or 1:
                return ($"({x.Text} {Pick(["&", "|", "^"])} {y.Text})", common);
            case 2 or 3:
                return common.IsUnsigned ? ($"({x.Text} {Pick(["+", "-", "*"])} {y.Text})", common)
                    : ($"(({x.Text} & 4095) {Pick(["+", "-", "*"])} ({y.Text} & 4095))", common);
            case 4:
                return common.IsUnsigned ? ($"({x.Text} {Pick(["/", "%"])} ({y.Text} | 1))", common)
                    : ($"({x.Text} {Pick(["/", "%"])} (({y.Text} & 7) {Pick(["+ 1", "- 9"])}))", common);
            case 5 or 6:
                return ($"({x.Text} {Pick(["<", ">", "<=", ">=", "==", "!="])} {y.Text})", Int);
            case 7:
                return ($"({x.Text} >> {Count(y, promoted)})", promoted);
            case 8:
                return promoted.IsUnsigned ? ($"({x.Text} << {Count(y, promoted)})", promoted) : ($"(({x.Text} & 255) << ({y.Text} & 7))", promoted);
            case 9:
                return ($"({x.Text} {Pick(["&&", "||"])} {y.Text})", Int);
            case 10:
                return ($"({Leaf().Text} ? {x.Text} : {y.Text})", common);
            case 11:
                var type = Pick(Types);
                return ($"({type.Name}){x.Text}", type);
            case 12:
                return promoted.IsUnsigned ? ($"(-{x.Text})", promoted) : ($"(-({x.Text} & 4095))", promoted);
            case 13:
                return Choose(2) == 0 ? ($"(~{x.Text})", promoted) : ($"(!{x.Text})", Int);
            case 14 when _helpers.Count > 0:
                var helper = Pick(_helpers);
                return ($"{helper.Name}({x.Text}, {y.Text})", helper.Result);
            case 15:
                return Choose(2) == 0 ? ($"NESTED_{number}({x.Text})", UnsignedInt) : ($"BOTH_{number}({x.Text}, {y.Text})", common);
            default:
                return ($"({x.Text}, {y.Text})", y.Type);
        }
    }

    private (string Text, CInteger Type) Leaf()
    {
        if (Choose(4) == 0 || (_variables.Count == 0 && !_hasFault))
        {
            return Choose(5) == 0 ? (Pick([$"SECOND_{number}", $"THIRD_{number}", $"FOURTH_{number}", $"FIFTH_{number}"]), Int) : Literal();
        }

        if (_variables.Count > 0 && (!_hasFault || Choose(2) == 0))
        {
            var (name, type) = Pick(_variables);
            return (name.StartsWith('v') && Choose(4) == 0 ? $"NAME_{number}(v, {name[1..]})" : name, type);
        }

        return Choose(7) switch
        {
            0 => ("vmf->flags", UnsignedInt),
            1 => ("vmf->vma->vm_flags", UnsignedLong),
            2 => ("(!vmf->cow_page)", Int),
            3 => ("(vmf->cow_page != NULL)", Int),
            4 => ("(vmf->flags & FAULT_FLAG_WRITE)", UnsignedInt),
            5 => ("(vmf->vma->vm_flags & VM_SHARED)", UnsignedLong),
            _ => (IsOrder ? "order" : "pe_size", UnsignedInt),
        };
    }

    private (string Text, CInteger Type) Literal() => Pick(Literals) is var literal && literal.Text[0] == '-' ? ($"({literal.Text})", literal.Type) : literal;

    /// <summary>The count of a shift.</summary>
    private static string Count((string Text, CInteger Type) value, CInteger of) => $"({value.Text} & {of.Bits - 1})";

    /// <summary>A type of integers.</summary>
    private sealed record CInteger(string Name, int Bits, bool IsUnsigned)
    {
        /// <summary>Whether a value can be the largest or smallest of a type in which C does not wrap around.</summary>
        public bool CanOverflow => !IsUnsigned && Bits >= 32;

        /// <summary>The usual arithmetic conversions.</summary>
        public CInteger With(CInteger other)
        {
            var bits = Math.Max(32, Math.Max(Bits, other.Bits));
            var isUnsigned = (Bits == bits && IsUnsigned) || (other.Bits == bits && other.IsUnsigned);
            return (bits, isUnsigned) switch
            {
                (32, false) => Int,
                (32, true) => UnsignedInt,
                (_, false) => Long,
                _ => UnsignedLong,
            };
        }
    }
}
