using Compare.Engine;

namespace Compare.Examples;

/// <summary>
/// A whole handler that starts the journal in the block lookup, after the fallbacks. It saves the starts at sizes that fall back, and
/// takes the journal with the mapping entry locked.
/// </summary>
public sealed class LookupJournal : FaultHandler
{
    private static readonly StartingLookup Lookup = new();

    /// <inheritdoc/>
    public override string Name => "lookup-journal";

    /// <inheritdoc/>
    public override string Condition => "a write to a shared VMA; the journal starts in the block lookup";

    /// <inheritdoc/>
    public override string Origin => "an example, after a remark in the discussion of 2017-08-23";

    /// <inheritdoc/>
    public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var write = fault.IsWrite && fault.IsShared;
        if (write)
        {
            kernel.StartPageFault();
            kernel.UpdateTime();
        }

        kernel.LockMapping();
        var result = kernel.DaxFault(Lookup, out _);
        kernel.UnlockMapping();
        if (write)
        {
            kernel.EndPageFault();
        }

        return result;
    }

    private sealed class StartingLookup : BlockLookup
    {
        public override Errno Begin(bool isWrite, ILookupOperations kernel)
        {
            if (!isWrite)
            {
                return kernel.IomapBegin();
            }

            var error = kernel.JournalStart();
            if (error == Errno.None)
            {
                error = kernel.IomapBegin();
                kernel.JournalStop();
            }

            return error;
        }
    }
}
