namespace Compare.Engine;

/// <summary>How a handler ends without returning, by a mistake of its own.</summary>
public enum HandlerFailure : byte
{
    /// <summary>It reads through NULL or meets a <c>BUG</c>: the kernel kills the task inside the fault (arch/x86/kernel/dumpstack.c <c>oops_end</c>).</summary>
    Oops,

    /// <summary>It loops for ever, or leaves a lock held that the next fault waits for.</summary>
    Hang,
}
