using Compare.Engine;

namespace Compare.Comparison;

/// <summary>A handler call as column <c>handler</c> writes it: <c>PMD:NOPAGE</c>.</summary>
internal static class HandlerText
{
    private static readonly (VmFault Flag, string Name)[] Flags =
    [
        (VmFault.Oom, "OOM"),
        (VmFault.SigBus, "SIGBUS"),
        (VmFault.Write, "WRITE"),
        (VmFault.NoPage, "NOPAGE"),
        (VmFault.Locked, "LOCKED"),
        (VmFault.Retry, "RETRY"),
        (VmFault.Fallback, "FALLBACK"),
        (VmFault.DoneCow, "DONE_COW"),
    ];

    public static void Append(CellText text, HandlerCall call)
    {
        text.Append(NameOf(call));
        if (call.Kind == HandlerCallKind.PageMkWrite || (call.Result & VmFault.Blocked) != 0)
        {
            return;
        }

        text.Append(':');
        if (call.Result == VmFault.None)
        {
            text.Append('0');
            return;
        }

        var first = true;
        foreach (var (flag, name) in Flags)
        {
            if ((call.Result & flag) != 0)
            {
                if (!first)
                {
                    text.Append('+');
                }

                first = false;
                text.Append(name);
            }
        }
    }

    private static string NameOf(HandlerCall call) => call.Kind switch
    {
        HandlerCallKind.PfnMkWrite => "MKWRITE",
        HandlerCallKind.PageMkWrite => "PAGE_MKWRITE",
        _ => call.Level switch
        {
            FaultLevel.Pud => "PUD",
            FaultLevel.Pmd => "PMD",
            _ => "PTE",
        },
    };
}
