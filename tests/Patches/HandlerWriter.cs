using System.Globalization;
using System.Text;

namespace Compare.Tests.Patches;

/// <summary>Writes a fault handler in C that computes whatever choices say, without undefined behaviour: signed operands are made small before they
/// are added or multiplied, shifts are in range, nothing is divided by 0, loops are bounded, and between two sequence points a variable is
/// changed once. Nothing that is computed is lost: it comes to bits of VM_FAULT that are returned.</summary>
/// <param name="choices">The choices; once they are used up the simplest text is chosen.</param>
/// <param name="number">Told apart by it, many handlers can stand in one program.</param>
internal sealed partial class HandlerWriter(uint[] choices, int number)
{
    /// <summary>The bits that a handler may return.</summary>
    private const string Returned = "0x1f0b";

    private static readonly CInteger Int = new("int", 32, false);
    private static readonly CInteger UnsignedInt = new("unsigned int", 32, true);
    private static readonly CInteger UnsignedLong = new("unsigned long", 64, true);
    private static readonly CInteger Long = new("long", 64, false);

    private static readonly CInteger[] Types =
    [
        Int, new("bool", 1, true), new("u8", 8, true), new("s8", 8, false), new("u16", 16, true), new("s16", 16, false), new("u32", 32, true),
        new("s64", 64, false), new("u64", 64, true), UnsignedInt, Long, UnsignedLong, new("short", 16, false), new("unsigned char", 8, true),
    ];

    private static readonly (string Text, CInteger Type)[] Literals =
    [
        ("0", Int), ("1", Int), ("7", Int), ("255u", UnsignedInt), ("0x80000000", UnsignedInt), ("2147483647", Int), ("4294967295", Long), ("'a'", Int),
        ("077", Int), ("-1", Int), ("65535L", Long), ("0xffffffffffffffff", UnsignedLong), ("3UL", UnsignedLong), ("-2147483647", Int), ("true", Int),
        ("VM_SHARED", Int), ("FAULT_FLAG_WRITE", Int), ("100000", Int),
    ];

    private readonly StringBuilder _text = new();
    private readonly List<(string Name, CInteger Type)> _variables = [];
    private readonly List<(string Name, CInteger Result, CInteger[] Parameters)> _helpers = [];
    private readonly List<string> _counters = [];
    private bool _hasFault;
    private bool _isInLoop;
    private int _used;
    private int _labels;
    private int _indent = 1;

    /// <summary>Whether the handler is told an order, and not <c>enum page_entry_size</c>.</summary>
    public bool IsOrder => number % 2 == 1;

    /// <summary>The file.</summary>
    public string Write()
    {
        Line(0, $"#define BOTH_{number}(a, b) ((a) ^ (b))");
        Line(0, $"#define NAME_{number}(a, b) a ## b");
        Line(0, $"#define TRIPLE_{number}(a) (3u * (u32)(a))");
        Line(0, $"#define NESTED_{number}(a) BOTH_{number}(TRIPLE_{number}(a), TRIPLE_{number}(a) >> 3)");
        Line(0, $"enum {{ FIRST_{number}, SECOND_{number} = {Choose(9)}, THIRD_{number}, FOURTH_{number} = -{1 + Choose(9)}, FIFTH_{number} }};");
        Line(0, $"static void put_{number}(u32 *to, s64 value)\n{{\n\t*to ^= value;\n\t*to += *to >> 4;\n}}");
        for (var i = 0; i < 2; i++)
        {
            Helper($"helper{i}_{number}");
        }

        _hasFault = true;
        Function(
            $"static vm_fault_t handler_{number}(struct vm_fault *vmf, {(IsOrder ? "unsigned int order" : "enum page_entry_size pe_size")})",
            [],
            4 + Choose(10));
        return _text.ToString();
    }

    private void Helper(string name)
    {
        var (result, parameters) = (Pick(Types), new[] { Pick(Types), Pick(Types) });
        Function(
            $"static {result.Name} {name}({parameters[0].Name} a, {parameters[1].Name} b)", [("a", parameters[0]), ("b", parameters[1])], 1 + Choose(3));
        _helpers.Add((name, result, parameters));
    }

    /// <summary>A function that ends with a value made of all its variables.</summary>
    private void Function(string head, (string Name, CInteger Type)[] parameters, int statements)
    {
        _variables.Clear();
        _variables.AddRange(parameters);
        _counters.Clear();
        var before = _text.Length;
        for (var i = 0; i < 5; i++)
        {
            var type = i == 0 ? Types[1] : Pick(Types);
            var begin = Value(2);
            _variables.Add((i == 0 ? "write" : $"v{i}", type));
            Line(1, $"{type.Name} {_variables[^1].Name} = {begin.Text};");
        }

        for (var i = 0; i < statements; i++)
        {
            Statement(3);
        }

        Line(1, "digest = 0;");
        foreach (var (name, _) in _variables)
        {
            Line(1, $"digest = digest * 31 + (u64){name};");
        }

        Line(1, "digest ^= digest >> 32;");
        Line(1, "digest ^= digest >> 13;");
        if (_hasFault)
        {
            Line(1, "if (digest & 0x40000)\n\t\treturn dax_iomap_fault(vmf, SIZE, NULL, NULL, &ext4_iomap_ops);".Replace(
                "SIZE", IsOrder ? "order" : "pe_size", StringComparison.Ordinal));
        }

        Line(1, _hasFault ? $"return digest & {Returned};" : "return digest;");
        Line(0, "}");
        var counters = string.Concat(_counters.Select(counter => $"\tunsigned int {counter} = 0;\n"));
        _text.Insert(before, $"{head}\n{{\n\tu64 digest;\n{counters}");
    }

    private int Choose(int count) => _used < choices.Length ? (int)(choices[_used++] % (uint)count) : 0;

    private T Pick<T>(IReadOnlyList<T> all) => all[Choose(all.Count)];

    private void Line(int indent, string text) => _text.Append(CultureInfo.InvariantCulture, $"{new string('\t', indent)}{text}\n");
}
