using System.Runtime.InteropServices;

namespace Compare.Guest;

/// <summary>A read or write of one byte as a user's program does it, which survives the signal that it may end in.</summary>
/// <remarks>The access is a piece of machine code. The handler of SIGSEGV and SIGBUS moves the instruction pointer to its exit, so that
/// the access returns as if nothing had been; no managed frame is unwound.</remarks>
internal static unsafe class UserAccess
{
    private const int BusError = 7;
    private const int SegmentationFault = 11;
    private const int ActionSize = 152;
    private const int FlagsOffset = 136;
    private const int SignalInformation = 4;
    private const int NoDefer = 0x40000000;

    /// <summary>Offset of RIP in <c>ucontext_t</c>: <c>uc_mcontext.gregs[REG_RIP]</c>.</summary>
    private const int InstructionPointerOffset = 40 + (16 * 8);

    private const int StoreOffset = 3;
    private const int ExitOffset = 7;

    private static byte* _code;
    private static int _signal;

    /// <summary>Writes the machine code into an executable page.</summary>
    public static void Prepare()
    {
        ReadOnlySpan<byte> code =
        [
            0x8a, 0x07, // mov al, [rdi]
            0xc3, // ret
            0x40, 0x88, 0x37, // mov [rdi], sil
            0xc3, // ret
            0xc3, // ret: the exit after a signal
        ];
        _code = Native.Map(0, Mapping.PageSize, Native.ProtectRead | Native.ProtectWrite | Native.ProtectExecute, Native.MapPrivate | Native.MapAnonymous, -1, 0);
        code.CopyTo(new Span<byte>(_code, code.Length));
    }

    /// <summary>Takes over both signals for this process and its children.</summary>
    public static void HandleSignals()
    {
        var action = stackalloc byte[ActionSize];
        new Span<byte>(action, ActionSize).Clear();
        *(nint*)action = (nint)(delegate* unmanaged<int, byte*, byte*, void>)&OnSignal;
        *(int*)(action + FlagsOffset) = SignalInformation | NoDefer;
        _ = Native.Handle(SegmentationFault, action, null);
        _ = Native.Handle(BusError, action, null);
    }

    /// <summary>Reads a byte.</summary>
    public static StepResult Load(byte* address)
    {
        _signal = 0;
        ((delegate* unmanaged<byte*, void>)_code)(address);
        return Result;
    }

    /// <summary>Writes a byte.</summary>
    public static StepResult Store(byte* address)
    {
        _signal = 0;
        ((delegate* unmanaged<byte*, byte, void>)(_code + StoreOffset))(address, (byte)'Z');
        return Result;
    }

    private static StepResult Result => _signal switch
    {
        0 => StepResult.Ok,
        BusError => StepResult.SigBus,
        _ => StepResult.SigSegv,
    };

    [UnmanagedCallersOnly]
    private static void OnSignal(int signal, byte* information, byte* context)
    {
        _signal = signal;
        *(nint*)(context + InstructionPointerOffset) = (nint)(_code + ExitOffset);
    }
}
