using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Compare.Patches;

/// <summary>A fault handler that was read from C. It is interpreted, and what goes wrong in it is a step's result with a place.</summary>
public sealed class CHandler : SourceHandler
{
    [ThreadStatic]
    private static Machine? _machine;

    private readonly CFunction _fault;
    private readonly CFunction _hugeFault;
    private readonly bool _sizeIsOrder;
    private readonly Places _places;
    private readonly bool[] _reached;
    private readonly ConcurrentDictionary<int, int> _failures = [];
    private readonly Action<int> _failed;
    private readonly int _heldAtReturn;
    private readonly int _wrongResult;

    private CText _text;
    private StrategyTitle _title;

    private CHandler(StrategyTitle title, CText text, Compilation compilation, HandlerCut cut)
    {
        var places = compilation.Places;
        _text = text;
        _sizeIsOrder = !cut.HugeFault.Words.Contains("page_entry_size");
        compilation.SizeIsOrder = _sizeIsOrder;
        _hugeFault = Compiled(compilation, cut.HugeFault);
        _fault = Compiled(compilation, cut.Fault);
        _title = title;
        Condition = text.Statements is { } statements ? DecidingText.Of([.. Lexer.Read(statements).SelectMany(line => line.Tokens)])
            : DecidingText.Of(cut.HugeFault) is { Length: > 0 } found ? found : "no condition";
        Items = [.. compilation.Used];
        SourceHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(compilation.Text)));
        _places = places;
        _heldAtReturn = places.Failure(cut.HugeFault.Begin, $"{cut.HugeFault.Name} returns with a lock held");
        _wrongResult = places.Failure(cut.HugeFault.Begin, $"{cut.HugeFault.Name} returns what is no flag of VM_FAULT");
        _reached = new bool[places.Lines.Count];
        _failed = place => _failures.AddOrUpdate(place, 1, static (_, count) => count + 1);
    }

    /// <inheritdoc/>
    public override string Name => _title.Name;

    /// <summary>The text that decides, as one line of C.</summary>
    public override string Condition { get; }

    /// <inheritdoc/>
    public override string Origin => _title.Origin;

    /// <inheritdoc/>
    public override string SourceHash { get; }

    /// <inheritdoc/>
    public override IEnumerable<(string At, string Text)> Source => Items
        .SelectMany(item => item.Tokens)
        .Where(token => !Skeleton.Made(token.Source))
        .Select(token => (token.Source, token.Line))
        .Distinct()
        .Select(place => (place.Source.Place(place.Line), place.Source.Lines[place.Line - 1].Text));

    /// <summary>What the handler is made of.</summary>
    internal ImmutableArray<Item> Items { get; }

    /// <summary>Reads a handler.</summary>
    /// <param name="text">The file that has it, or the statements that decide.</param>
    /// <param name="title">What it is called.</param>
    /// <exception cref="InputException">The file has no handler, several, or one that the model cannot run.</exception>
    internal static CHandler Read(CText text, StrategyTitle title)
    {
        var file = Preprocessor.Read(text.Parts, Configuration.Symbols);
        var items = ItemCutter.Items(file, byColumn: text.Statements is null);
        var cut = HandlerCut.Find(text.Source, file, items) ?? throw new InputException(
            new InputLocation(text.Source.Name), "found no function that reaches dax_iomap_fault, expected a fault handler");
        return new CHandler(title, text, new Compilation(items, file.Macros, Configuration.Symbols, new Places()), cut);
    }

    /// <summary>Gives it another name; only before it runs.</summary>
    internal CHandler Named(string name)
    {
        _title = _title with { Name = name };
        return this;
    }

    /// <summary>Adds what a reader must know of how its text was made; only before it runs.</summary>
    internal CHandler Remarked(IEnumerable<string> remarks)
    {
        _text = _text with { Remarks = [.. _text.Remarks, .. remarks] };
        return this;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Remarks()
    {
        foreach (var (place, count) in _failures.OrderBy(failure => failure.Key))
        {
            yield return $"{DescribePlace(place)}, in {count.ToString("N0", CultureInfo.InvariantCulture)} calls";
        }

        foreach (var remark in _text.Remarks)
        {
            yield return remark;
        }

        var isPatched = _text.Source.Lines.Any(line => line.IsAdded);
        var never = _places.Lines
            .Where((place, number) => !Volatile.Read(ref _reached[number]) && !Skeleton.Made(place.Source)
                && (!isPatched || place.Source.Lines[place.Line - 1].IsAdded))
            .Order(Comparer<(SourceText Source, int Line)>.Create((left, right) => left.Line.CompareTo(right.Line)))
            .GroupBy(place => place.Source.Name, place => place.Line);
        foreach (var lines in never)
        {
            var numbers = lines.Select(line => line.ToString(CultureInfo.InvariantCulture)).ToArray();
            yield return numbers.Length == 1
                ? $"line {numbers[0]} of {lines.Key} is never reached"
                : $"lines {string.Join(", ", numbers[..^1])} and {numbers[^1]} of {lines.Key} are never reached";
        }
    }

    /// <inheritdoc/>
    public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
    {
        var machine = _machine ??= new Machine();
        var function = fault.Level == FaultLevel.Pte ? _fault : _hugeFault;
        var size = KernelConstants.SizeOf(fault.Level, _sizeIsOrder);
        var bits = machine.Run(function, KernelObjects.Fault, size, in fault, kernel, _reached, _failed);
        if (machine.IsStopped)
        {
            return VmFault.None;
        }

        if (kernel.Holds(KernelLock.FreezeProtection) || kernel.Holds(KernelLock.Mapping) || kernel.Holds(KernelLock.JournalHandle))
        {
            machine.Fail(HandlerFailure.Hang, _heldAtReturn);
            return VmFault.None;
        }

        if (Flags.ToResult(bits) is { } result)
        {
            return result;
        }

        machine.Fail(HandlerFailure.Oops, _wrongResult);
        return VmFault.None;
    }

    /// <inheritdoc/>
    public override string DescribePlace(int place) => _places.Describe(place);

    private static CFunction Compiled(Compilation compilation, Item item)
    {
        var function = compilation.Function(item.Name)!;
        if (function.Parameters is 0 or > 2 || function.ParameterTypes[0] != KernelTypes.Pointer("vm_fault"))
        {
            throw item.Begin.Error($"found '{item.Name}' with other parameters, expected struct vm_fault *, and the size of the fault");
        }

        return function.Result.Kind == CKind.Integer ? function
            : throw item.Begin.Error($"found '{item.Name}' that returns {function.Result.Name}, expected flags of VM_FAULT");
    }
}
