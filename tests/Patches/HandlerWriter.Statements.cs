namespace Compare.Tests.Patches;

/// <content>Statements.</content>
internal sealed partial class HandlerWriter
{
    private void Statement(int depth)
    {
        var (target, other) = (Pick(_variables), Pick(_variables));
        switch (Choose(depth > 0 ? 15 : 7))
        {
            case 0 or 1:
                Line(_indent, $"{target.Name} = {Value(3).Text};");
                break;
            case 2:
                Compound(target.Name, target.Type);
                break;
            case 3 when !target.Type.CanOverflow:
                Line(_indent, Choose(2) == 0 ? $"{target.Name}{Pick(["++", "--"])};" : $"{Pick(["++", "--"])}{target.Name};");
                break;
            case 4 when !other.Type.CanOverflow && other != target:
                var change = Choose(2) == 0 ? $"{other.Name}{Pick(["++", "--"])}" : $"{Pick(["++", "--"])}{other.Name}";
                Line(_indent, $"{target.Name} = {Pick([change, $"({change}, {Value(2).Text})", $"{Value(2).Text} && {change}", $"{Value(2).Text} || {change}", $"{Value(1).Text} ? {change} : {Value(2).Text}"])};");
                break;
            case 5 when target.Type.Name == "u32":
                Line(_indent, $"put_{number}(&{target.Name}, {Value(2).Text});");
                break;
            case 6 when other != target:
                Line(_indent, $"{target.Name} = {other.Name} = {Value(2).Text};");
                break;
            case 7 or 8:
                Line(_indent, $"if ({Value(3).Text}) {{");
                Block(depth);
                if (Choose(2) == 0)
                {
                    Line(_indent, Choose(2) == 0 ? $"}} else if ({Value(2).Text}) {{" : "} else {");
                    Block(depth);
                }

                Line(_indent, "}");
                break;
            case 9:
                Switch(depth);
                break;
            case 10 or 11:
                Loop(depth);
                break;
            case 12:
                Jump(depth);
                break;
            case 13 when _isInLoop:
                Line(_indent, $"if ({Value(2).Text})\n{new string('\t', _indent + 1)}{Pick(["break", "continue"])};");
                break;
            case 14:
                Line(_indent, "{");
                Line(_indent + 1, $"{target.Type.Name} {target.Name} = {Literal().Text};");
                Block(depth);
                Line(_indent + 1, $"{target.Name} ^= 1;");
                Line(_indent, "}");
                break;
            default:
                Line(_indent, $"{target.Name} = !{target.Name};");
                break;
        }
    }

    private void Block(int depth)
    {
        _indent++;
        for (var i = 0; i <= Choose(2); i++)
        {
            Statement(depth - 1);
        }

        _indent--;
    }

    private void Compound(string name, CInteger type)
    {
        var value = Value(2);
        var promoted = type.With(Int);
        Line(_indent, Choose(7) switch
        {
            0 => $"{name} {Pick(["|=", "&=", "^="])} {value.Text};",
            1 => $"{name} >>= {Count(value, promoted)};",
            2 when promoted.IsUnsigned => $"{name} <<= {Count(value, promoted)};",
            3 => $"{name} {Pick(["/=", "%="])} ({value.Text} & 7) + 1;",
            4 when type.With(value.Type).IsUnsigned => $"{name} {Pick(["+=", "-=", "*="])} {value.Text};",
            5 when type.Bits <= 16 => $"{name} {Pick(["+=", "-=", "*="])} {value.Text} & 255;",
            _ => $"{name} {Pick(["+=", "-=", "*="])} (u64)({value.Text});",
        });
    }

    private void Switch(int depth)
    {
        Line(_indent, $"switch ({Value(2).Text}{Pick(["", " & 3", " & 1"])}) {{");
        var wasInLoop = _isInLoop;
        _isInLoop = false;
        foreach (var label in (string[])["case 0", "case 1", $"case {2 + Choose(3)}", Choose(2) == 0 ? "default" : $"case FOURTH_{number}"])
        {
            Line(_indent, $"{label}:");
            Block(depth);
            if (Choose(3) > 0)
            {
                Line(_indent + 1, "break;");
            }
        }

        _isInLoop = wasInLoop;
        Line(_indent, "}");
    }

    private void Loop(int depth)
    {
        var counter = Counter();
        var most = 1 + Choose(4);
        var kind = Choose(3);
        Line(_indent, kind switch
        {
            0 => $"for ({counter} = 0; {counter} < {most} && {Value(1).Text}; {counter}++) {{",
            1 => $"while ({counter}++ < {most}) {{",
            _ => "do {",
        });
        var wasInLoop = _isInLoop;
        _isInLoop = true;
        Block(Math.Min(depth, 2));
        _isInLoop = wasInLoop;
        Line(_indent, kind == 2 ? $"}} while (++{counter} < {most});" : "}");
    }

    private void Jump(int depth)
    {
        var label = $"label{_labels++}";
        if (Choose(3) == 0)
        {
            var counter = Counter();
            Line(0, $"{label}:");
            Statement(Math.Min(depth - 1, 1));
            Line(_indent, $"if (++{counter} < 3 && {Value(2).Text})\n{new string('\t', _indent + 1)}goto {label};");
            return;
        }

        Line(_indent, $"if ({Value(2).Text})\n{new string('\t', _indent + 1)}goto {label};");
        var isInside = Choose(2) == 0;
        if (isInside)
        {
            Line(_indent, $"if ({Value(2).Text}) {{");
        }

        Statement(Math.Min(depth - 1, 1));
        Line(0, $"{label}:");
        Line(_indent, $"{Pick(_variables).Name} = {Value(2).Text};");
        if (isInside)
        {
            Line(_indent, "}");
        }
    }

    private string Counter()
    {
        _counters.Add($"n{_counters.Count}");
        return _counters[^1];
    }
}
