namespace Compare.Comparison;

/// <summary>Asks a handler what it does about one fault, without a kernel: every call succeeds, and only calls and result are noted.</summary>
internal sealed class DecisionProbe : IKernelOperations
{
    private const long PageSize = 4096;
    private const long FilePages = 1024;

    private readonly int[] _held = new int[Enum.GetValues<KernelLock>().Length];
    private bool _splits;
    private bool _counts;
    private bool _journals;
    private bool _reaches;
    private HandlerFailure? _failure;

    /// <inheritdoc/>
    public bool IsReadOnly { get; private init; }

    /// <inheritdoc/>
    public bool IsShutDown { get; private init; }

    /// <inheritdoc/>
    public long PageOffset { get; private init; }

    /// <inheritdoc/>
    public long FileSize => FilePages * PageSize;

    /// <summary>What a handler answers, in the words of <see cref="WriteDecision"/>; where that depends on more than the fault, on whether
    /// the file system is read-only or shut down, or the page in the file, each answer.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="fault">The fault.</param>
    public static string Ask(FaultHandler handler, Fault fault)
    {
        var answers =
            from isReadOnly in (bool[])[false, true]
            from isShutDown in (bool[])[false, true]
            from page in (long[])[0, FilePages]
            select new DecisionProbe { IsReadOnly = isReadOnly, IsShutDown = isShutDown, PageOffset = page }.Answer(handler, in fault);
        return string.Join(" or ", answers.Distinct());
    }

    /// <inheritdoc/>
    public bool Holds(KernelLock which) => _held[(int)which] > 0;

    /// <inheritdoc/>
    public void Fail(HandlerFailure failure, int place) => _failure ??= failure;

    /// <inheritdoc/>
    public void StartPageFault() => _held[(int)KernelLock.FreezeProtection]++;

    /// <inheritdoc/>
    public void EndPageFault() => _held[(int)KernelLock.FreezeProtection]--;

    /// <inheritdoc/>
    public void UpdateTime()
    {
    }

    /// <inheritdoc/>
    public void LockMapping() => _held[(int)KernelLock.Mapping]++;

    /// <inheritdoc/>
    public void UnlockMapping() => _held[(int)KernelLock.Mapping]--;

    /// <inheritdoc/>
    public Errno JournalStart()
    {
        _journals = true;
        _held[(int)KernelLock.JournalHandle]++;
        return Errno.None;
    }

    /// <inheritdoc/>
    public void JournalStop() => _held[(int)KernelLock.JournalHandle]--;

    /// <inheritdoc/>
    public VmFault DaxFault(out Errno error)
    {
        (_reaches, error) = (true, Errno.None);
        return VmFault.NoPage;
    }

    /// <inheritdoc/>
    public VmFault DaxFault(BlockLookup lookup, out Errno error) => DaxFault(out error);

    /// <inheritdoc/>
    public bool RetriesAllocation(Errno error, int retries) => false;

    /// <inheritdoc/>
    public void SplitHugePmd() => _splits = true;

    /// <inheritdoc/>
    public void CountFallback() => _counts = true;

    private string Answer(FaultHandler handler, in Fault fault)
    {
        var result = handler.HugeFault(in fault, this);
        return _failure is { } failure ? failure == HandlerFailure.Oops ? "oops" : "hang"
            : _reaches ? (_journals ? WriteDecision.Journal : WriteDecision.NoJournal).ToString()
            : result == VmFault.Fallback ? WriteDecision.FallBack(_splits, _counts).ToString()
            : $"return {HandlerText.Of(result)}";
    }
}
