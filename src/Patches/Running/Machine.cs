namespace Compare.Patches;

/// <summary>Computes a value.</summary>
/// <param name="machine">What runs.</param>
internal delegate long Evaluation(Machine machine);

/// <summary>
/// Runs the functions of a handler for one fault. Every value is 64 bits: an integer as its type holds it, a pointer as a number that stands
/// for the one object of its kind, for a variable, or for an error. An instance serves one thread, and nothing is allocated while it runs.
/// </summary>
internal sealed class Machine
{
    /// <summary>The most instructions of one call of a handler; a handler of the kernel takes some hundred.</summary>
    internal const int MostInstructions = 100_000;

    /// <summary>The most calls inside each other; the kernel's stack has 16 KiB.</summary>
    internal const int MostNested = 64;

    private const int StackSize = 16_384;

    /// <summary>The address of the first variable. Below it are objects, and above it are errors.</summary>
    private const long Variables = 1L << 32;

    private readonly long[] _stack = new long[StackSize];
    private readonly bool[] _isSet = new bool[StackSize];
    private IKernelOperations _kernel = null!;
    private bool[] _reached = [];
    private Action<int>? _failed;
    private int _top;
    private int _depth;
    private int _instructions;

    /// <summary>The fault that is handled.</summary>
    public Fault Fault { get; private set; }

    /// <summary>The kernel's operations; once the handler has failed they do nothing.</summary>
    public IKernelOperations Kernel => _kernel;

    /// <summary>The number of the fault's size, as the handler is told it.</summary>
    public long Size { get; private set; }

    /// <summary>Whether the handle that the handler is about to stop was stopped already, by a retry that was carried over.</summary>
    public bool HandleIsStopped { get; set; }

    /// <summary>Where the running function's variables begin.</summary>
    public int Base { get; private set; }

    /// <summary>Whether the handler goes no further: it failed, or a call of the kernel does not return.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Runs a function for a fault.</summary>
    /// <param name="function">The function.</param>
    /// <param name="argument">Its first argument.</param>
    /// <param name="size">The number of the fault's size: its second argument, where it has one.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="reached">Set for each line that is reached.</param>
    /// <param name="failed">Told the place where the handler fails.</param>
    /// <returns>What the function returns; without meaning where <see cref="IsStopped"/>.</returns>
    public long Run(
        CFunction function, long argument, long size, in Fault fault, IKernelOperations kernel, bool[] reached, Action<int> failed)
    {
        (Fault, Size, _kernel, _reached, _failed) = (fault, size, kernel, reached, failed);
        (_top, _depth, _instructions, IsStopped, Base) = (0, 0, 0, false, 0);
        HandleIsStopped = false;
        if (function.Parameters > 0)
        {
            (_stack[0], _isSet[0]) = (argument, true);
        }

        if (function.Parameters > 1)
        {
            (_stack[1], _isSet[1]) = (size, true);
        }

        return Enter(function);
    }

    /// <summary>Calls a function of the file.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    public long Call(CFunction function, Evaluation[] arguments)
    {
        var top = _top;
        if (_depth >= MostNested || top + arguments.Length + function.Slots > StackSize)
        {
            Fail(HandlerFailure.Oops, function.TooDeep);
            return 0;
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i](this);
            (_stack[top + i], _isSet[top + i]) = (value, true);
            _top = top + i + 1;
        }

        var caller = Base;
        (_top, Base) = (top, top);
        _depth++;
        var result = Enter(function);
        _depth--;
        (_top, Base) = (top, caller);
        return result;
    }

    /// <summary>The handler never returns.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="place">Where, as <see cref="Places"/> counts them.</param>
    public void Fail(HandlerFailure failure, int place)
    {
        if (!IsStopped)
        {
            IsStopped = true;
            _kernel.Fail(failure, place);
            _failed!(place);
        }
    }

    /// <summary>A call of the kernel does not return.</summary>
    public void Block() => IsStopped = true;

    /// <summary>Reads a variable of the running function.</summary>
    /// <param name="slot">Its number.</param>
    /// <param name="unset">The place to fail at where it was never set.</param>
    public long Read(int slot, int unset) => ReadAt(Base + slot, unset);

    /// <summary>Sets a variable of the running function.</summary>
    public long Write(int slot, long value) => WriteAt(Base + slot, value);

    /// <summary>The address of a variable of the running function.</summary>
    public long AddressOf(int slot) => Variables + Base + slot;

    /// <summary>Reads through a pointer to a variable.</summary>
    /// <param name="address">The pointer.</param>
    /// <param name="wrong">The place to fail at where it points to none, or to one that was never set.</param>
    public long Load(long address, int wrong)
    {
        if (IsVariable(address))
        {
            return ReadAt((int)(address - Variables), wrong);
        }

        Fail(HandlerFailure.Oops, wrong);
        return 0;
    }

    /// <summary>Writes through a pointer to a variable.</summary>
    /// <param name="address">The pointer.</param>
    /// <param name="value">The value.</param>
    /// <param name="wrong">The place to fail at where it points to none.</param>
    public long Store(long address, long value, int wrong)
    {
        if (IsVariable(address))
        {
            return WriteAt((int)(address - Variables), value);
        }

        Fail(HandlerFailure.Oops, wrong);
        return 0;
    }

    private bool IsVariable(long address) => address >= Variables && address < Variables + _top;

    private long ReadAt(int index, int unset)
    {
        if (!_isSet[index])
        {
            Fail(HandlerFailure.Oops, unset);
        }

        return _stack[index];
    }

    private long WriteAt(int index, long value)
    {
        _isSet[index] = true;
        return _stack[index] = value;
    }

    private long Enter(CFunction function)
    {
        Array.Clear(_isSet, Base + function.Parameters, function.Slots - function.Parameters);
        _top = Base + function.Slots;
        var code = function.Code;
        for (var next = 0; !IsStopped;)
        {
            ref readonly var instruction = ref code[next];
            if (++_instructions > MostInstructions)
            {
                Fail(HandlerFailure.Hang, instruction.Endless);
                break;
            }

            _reached[instruction.Line] = true;
            next++;
            switch (instruction.Kind)
            {
                case InstructionKind.Do:
                    instruction.Value!(this);
                    break;
                case InstructionKind.Jump:
                    next = instruction.Target;
                    break;
                case InstructionKind.JumpIfZero when instruction.Value!(this) == 0:
                case InstructionKind.JumpIfNotZero when instruction.Value!(this) != 0:
                    next = instruction.Target;
                    break;
                case InstructionKind.Return:
                    return instruction.Value is { } value ? value(this) : 0;
            }
        }

        return 0;
    }
}
