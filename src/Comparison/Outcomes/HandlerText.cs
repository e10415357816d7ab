using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Compare.Comparison;

/// <summary>Calls of the fault handler as column <c>handler</c> writes them: <c>PUD:FALLBACK PMD:NOPAGE</c>.</summary>
internal static class HandlerText
{
    private const string PageMkWrite = "PAGE_MKWRITE";

    private static readonly ImmutableArray<(string Name, HandlerCallKind Kind, FaultLevel Level)> Handlers =
    [
        ("PUD", HandlerCallKind.Fault, FaultLevel.Pud),
        ("PMD", HandlerCallKind.Fault, FaultLevel.Pmd),
        ("PTE", HandlerCallKind.Fault, FaultLevel.Pte),
        ("MKWRITE", HandlerCallKind.PfnMkWrite, FaultLevel.Pte),
    ];

    /// <summary>The flags of <c>VM_FAULT_…</c> that a handler can return, in the order of the kernel's bits; <c>MAJOR</c> is not shown. Those
    /// without a name of the engine's are in tables only.</summary>
    private static readonly ImmutableArray<(VmFault Flag, string Name)> Flags =
    [
        (VmFault.Oom, "OOM"),
        (VmFault.SigBus, "SIGBUS"),
        (VmFault.Write, "WRITE"),
        ((VmFault)0x1000, "HWPOISON"),
        ((VmFault)0x2000, "SIGSEGV"),
        (VmFault.NoPage, "NOPAGE"),
        (VmFault.Locked, "LOCKED"),
        (VmFault.Retry, "RETRY"),
        (VmFault.Fallback, "FALLBACK"),
        (VmFault.DoneCow, "DONE_COW"),
        ((VmFault)0x4000, "NEEDDSYNC"),
    ];

    private static readonly ImmutableArray<string> Levels = [.. Handlers.Select(handler => handler.Name)];
    private static readonly ImmutableArray<string> Returns = ["0", .. Flags.Select(flag => flag.Name)];

    /// <summary>One call; without <c>:</c> where it does not return, and where its return is not recorded.</summary>
    public static string Of(HandlerCall call)
    {
        if (call.Kind == HandlerCallKind.PageMkWrite)
        {
            return PageMkWrite;
        }

        var name = Handlers.First(handler => handler.Kind == call.Kind && (call.Kind != HandlerCallKind.Fault || handler.Level == call.Level)).Name;
        return (call.Result & VmFault.Blocked) != 0 ? name : $"{name}:{Of(call.Result)}";
    }

    /// <summary>What a call returns: flags with <c>+</c> between two, or <c>0</c>.</summary>
    public static string Of(VmFault result)
    {
        var names = string.Join('+', Flags.Where(flag => (result & flag.Flag) != 0).Select(flag => flag.Name));
        return names.Length == 0 ? "0" : names;
    }

    /// <summary>The calls of a step.</summary>
    public static string Of(StepOutcome step)
    {
        var text = new StringBuilder();
        foreach (var call in step.Calls.Span)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(Of(call));
        }

        return text.Append(step.IsRepeating ? "*" : "").ToString();
    }

    /// <summary>Reads the calls of a step.</summary>
    /// <param name="text">Calls with one space between two; empty if there was none; a <c>*</c> after those of a livelock.</param>
    /// <param name="calls">The calls, and whether they are marked as those of a livelock.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryParse(string text, out (HandlerCalls Calls, bool IsRepeating) calls, [NotNullWhen(false)] out string? problem)
    {
        calls = (default, text.EndsWith('*'));
        problem = null;
        if (text is "" or "*")
        {
            return true;
        }

        var words = (calls.IsRepeating ? text[..^1] : text).Split(' ');
        var found = new HandlerCall[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!TryParse(words[i], mayBlock: i == words.Length - 1 && !calls.IsRepeating, out found[i], out var wrong))
            {
                problem = $"{wrong} in {Problem.Quote(text)}";
                return false;
            }
        }

        calls.Calls = new HandlerCalls(found);
        return true;
    }

    private static bool TryParse(string text, bool mayBlock, out HandlerCall call, [NotNullWhen(false)] out string? problem)
    {
        (call, problem) = (new(HandlerCallKind.PageMkWrite, FaultLevel.Pte, VmFault.None), null);
        if (text == PageMkWrite)
        {
            return true;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var level = Levels.IndexOf(colon < 0 ? text : text[..colon]);
        if (level < 0)
        {
            problem = $"unknown handler: {Problem.UnknownWord(colon < 0 ? text : text[..colon], [.. Levels, PageMkWrite])}";
            return false;
        }

        call = new HandlerCall(Handlers[level].Kind, Handlers[level].Level, VmFault.Blocked);
        if (colon < 0)
        {
            problem = mayBlock ? null : $"found '{text}' without a return, expected that of the last call only, where it never returns";
            return mayBlock;
        }

        var returned = text[(colon + 1)..];
        var result = VmFault.None;
        foreach (var name in returned.Split('+'))
        {
            var flag = Returns.IndexOf(name);
            if (flag < 0)
            {
                problem = $"unknown return: {Problem.UnknownWord(name, Returns)}";
                return false;
            }

            result |= flag == 0 ? VmFault.None : Flags[flag - 1].Flag;
        }

        call = call with { Result = result };
        problem = Of(result) == returned ? null : $"found the return '{returned}', expected '{Of(result)}': each flag once, in this order";
        return problem is null;
    }
}
