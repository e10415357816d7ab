namespace Compare.Comparison;

/// <summary>Two locks that a strategy takes in the order opposite to that of the shipped handlers, and where each is taken.</summary>
/// <param name="First">The lock that it takes first.</param>
/// <param name="FirstAt">The kernel function that takes it.</param>
/// <param name="Second">The lock that it takes while it holds the first.</param>
/// <param name="SecondAt">The kernel function that takes it.</param>
internal sealed record LockInversion(KernelLock First, KernelFunction? FirstAt, KernelLock Second, KernelFunction? SecondAt)
{
    /// <summary>Both orders, in words.</summary>
    public string Text
    {
        get
        {
            var (first, second) = (Named(First, FirstAt), Named(Second, SecondAt));
            return $"takes {first}, then {second}; the shipped handlers: {TraceWords.Lock(Second)}, then {TraceWords.Lock(First)}";
        }
    }

    /// <summary>The first inversion in a scenario; none where every lock is taken in the order of the shipped handlers.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="contender">Who runs it.</param>
    public static LockInversion? Of(Scenario scenario, Contender contender)
    {
        var watch = new Watch();
        var kernel = new Kernel(contender.Kernel, contender.Strategy, watch);
        var effects = new Effects();
        var world = scenario.Begin();
        for (var i = 0; i < scenario.Steps.Length && watch.Found is null; i++)
        {
            watch.BeginStep();
            kernel.Run(in world, scenario.Steps[i], out world, effects);
            if (scenario.EndsAt(i, effects.Result))
            {
                break;
            }
        }

        return watch.Found;
    }

    private static string Named(KernelLock which, KernelFunction? at) => TraceWords.Lock(which) + (at is null ? "" : $" ({at.File} {at.Name})");

    private sealed class Watch : IFaultObserver
    {
        private readonly List<(KernelLock Lock, KernelFunction? At)> _held = [];
        private KernelFunction? _caller;
        private bool _isPmd;

        public LockInversion? Found { get; private set; }

        public void BeginStep() => _held.Clear();

        public void On(in FaultEvent happened)
        {
            switch (happened.Kind)
            {
                case FaultEventKind.HandlerCall:
                    var level = (FaultLevel)(happened.Argument & 0xff);
                    (_caller, _isPmd) = (TraceWords.Handler((HandlerCallKind)(happened.Argument >> 8), level).Source, level == FaultLevel.Pmd);
                    break;
                case FaultEventKind.HandlerReturn:
                    (_caller, _isPmd) = (null, false);
                    break;
                case FaultEventKind.Take:
                    Take((KernelLock)happened.Argument);
                    break;
                case FaultEventKind.Release:
                    var released = (KernelLock)happened.Argument;
                    _held.RemoveAll(held => held.Lock == released);
                    break;
                default:
                    break;
            }
        }

        private void Take(KernelLock taken)
        {
            var at = TraceWords.TakenBy(taken, _caller, _isPmd);
            if (Found is null && _held.Find(held => held.Lock > taken) is { At: var heldAt, Lock: > KernelLock.FreezeProtection and var held })
            {
                Found = new LockInversion(held, heldAt, taken, at);
            }

            _held.Add((taken, at));
        }
    }
}
