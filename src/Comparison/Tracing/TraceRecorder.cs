namespace Compare.Comparison;

/// <summary>Makes lines of the events of steps.</summary>
/// <param name="strategy">The strategy. What a predicate answers is told at each call; a handler says what went wrong in it.</param>
internal sealed class TraceRecorder(FaultHandler strategy) : IFaultObserver
{
    private const string StepScope = "step";
    private const string FaultScope = "fault";
    private const string HandlerScope = "handler";

    private readonly TraceScopes _trace = new();

    /// <summary>The world as the last event saw it.</summary>
    private World _world;

    /// <summary>A rule of the journal's start, told before the start is; it goes into the same line.</summary>
    private Rule? _journalRule;

    /// <summary>A call whose input is told next.</summary>
    private HandlerCall _call;

    private bool _writes;
    private Place _place;
    private int _faults;

    /// <summary>The lines so far.</summary>
    public ImmutableArray<TraceLine> Lines => _trace.Lines;

    /// <summary>A step begins.</summary>
    public void BeginStep(Scenario scenario, int index, in World world)
    {
        var step = scenario.Steps[index];
        _world = world;
        var access = step.Verb == Verb.Thaw ? world.WaitingStep ?? step : step;
        _writes = access.Verb is Verb.Store or Verb.Force or Verb.CopyIn or Verb.OtherStore;
        _place = access.Place;
        _faults = 0;
        _trace.Add(
            TraceLineKind.Step,
            $"step {index + 1}",
            $"step {index + 1} of {scenario.Steps.Length}: {StepText.Print(step)}: {StepWords.Of(step)}");
        _trace.Open(StepScope);
    }

    /// <summary>A step is over.</summary>
    /// <param name="outcome">What it came to.</param>
    /// <param name="world">The world after it.</param>
    public void EndStep(StepOutcome outcome, in World world)
    {
        TellRule();
        TellChanges(in world);
        var held = _trace.OpenScopes.Where(IsLock).ToArray();
        _trace.CloseAll();
        _trace.Open(StepScope);
        foreach (var scope in held)
        {
            _trace.Add(TraceLineKind.Held, $"held {scope}", $"{scope}: held for ever", isFailure: true);
        }

        var failed = outcome.Result != StepResult.Ok;
        _trace.Add(TraceLineKind.Outcome, "result", $"result: {OutcomeText.Value(outcome, Measure.Result)}", isFailure: failed);
        _trace.Add(TraceLineKind.Outcome, "page", $"page {StepWords.Page(_place)["page ".Length..]}: {OutcomeText.Value(outcome, Measure.Page)}");
        var calls = OutcomeText.Value(outcome, Measure.Handler);
        _trace.Add(TraceLineKind.Outcome, "handler", $"handler: {(calls.Length > 0 ? calls : "not called")}");
        var counters = Enum.GetValues<Measure>().Where(measure => measure > Measure.Handler);
        foreach (var group in counters.Chunk(4))
        {
            var texts = group.Select(measure => $"{OutcomeColumns.Name(measure)} {OutcomeText.Value(outcome, measure)}");
            _trace.Add(TraceLineKind.Outcome, $"counters {group[0]}", string.Join(", ", texts));
        }

        _trace.CloseAll();
    }

    /// <inheritdoc/>
    public void On(in FaultEvent happened)
    {
        switch (happened.Kind)
        {
            case FaultEventKind.Rule:
                OnRule(happened.Rule);
                break;
            case FaultEventKind.Fault:
                _faults++;
                Add(
                    TraceLineKind.Fault,
                    $"fault {_faults}",
                    $"fault {_faults}: {(_writes ? "write to" : "read of")} {StepWords.Page((Place)happened.Argument)}",
                    TraceWords.HandleFault);
                _trace.Open(FaultScope);
                break;
            case FaultEventKind.FaultReturn:
                OnFaultReturn((VmFault)happened.Argument);
                break;
            case FaultEventKind.HandlerCall:
                OnCall((HandlerCallKind)(happened.Argument >> 8), (FaultLevel)(happened.Argument & 0xff));
                break;
            case FaultEventKind.HandlerInput:
                OnInput(happened.Argument);
                break;
            case FaultEventKind.HandlerReturn:
                _trace.Close(HandlerScope);
                OnReturn((VmFault)happened.Argument);
                break;
            case FaultEventKind.Take:
                OnTake((KernelLock)happened.Argument);
                break;
            case FaultEventKind.Release:
                OnRelease((KernelLock)happened.Argument);
                break;
            case FaultEventKind.JournalStart or FaultEventKind.LookupStart:
                OnStart((Errno)happened.Argument, happened.Kind == FaultEventKind.LookupStart ? " in the block lookup" : "");
                break;
            case FaultEventKind.FallbackCount:
                Add(TraceLineKind.Count, "thp_fault_fallback", "thp_fault_fallback goes up", TraceWords.CountEvent);
                break;
            case FaultEventKind.Oops:
                OnFailure("oops", happened.Argument);
                break;
            case FaultEventKind.Hang:
                OnFailure("hang", happened.Argument);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No such event.");
        }
    }

    /// <inheritdoc/>
    public void On(in FaultEvent happened, in World world)
    {
        var startsJournal = happened.Kind is FaultEventKind.JournalStart or FaultEventKind.LookupStart
            || happened is { Kind: FaultEventKind.Take, Argument: (int)KernelLock.JournalHandle };
        if (!startsJournal)
        {
            TellRule();
        }

        TellChanges(in world);
        On(in happened);
    }

    /// <summary>Adds a line. Its event says in which fault and which call it happened, so that like is aligned with like.</summary>
    private void Add(TraceLineKind kind, string happened, string text, KernelFunction? source = null, bool isFailure = false)
    {
        var call = _trace.IsOpen(HandlerScope) ? $" {TraceWords.Handler(_call.Kind, _call.Level).Name}" : "";
        var context = _trace.IsOpen(FaultScope) ? $"fault {_faults}{call}: " : "";
        _trace.Add(kind, context + happened, text, source, isFailure);
    }

    private static bool IsLock(string scope) => scope is not (StepScope or FaultScope or HandlerScope);

    private void TellChanges(in World world)
    {
        foreach (var change in WorldChange.Between(_world, world))
        {
            Add(TraceLineKind.Change, change.Event, change.Text, change.Source);
        }

        _world = world;
    }

    private void OnRule(Rule rule)
    {
        _writes |= rule == Rule.MlockBreaksCow;
        if (rule is Rule.JournalStarted or Rule.JournalNested or Rule.JournalReadOnly or Rule.JournalAborted or Rule.JournalShutDown)
        {
            _journalRule = rule;
            return;
        }

        AddRule(rule);
    }

    /// <summary>Tells the journal's rule on its own where no start follows: what refuses a change of the file is the same rule.</summary>
    private void TellRule()
    {
        if (_journalRule is { } rule)
        {
            _journalRule = null;
            AddRule(rule);
        }
    }

    private void AddRule(Rule rule)
    {
        var description = RuleDescription.All[(int)rule];
        Add(TraceLineKind.Rule, description.Id, description.Text, new KernelFunction(description.File, description.Function));
    }

    private void OnFaultReturn(VmFault result)
    {
        if ((result & VmFault.Blocked) != 0)
        {
            OnReturn(result);
            return;
        }

        _trace.Close(FaultScope);
        var failed = (result & VmFault.Error) != 0;
        Add(
            TraceLineKind.FaultReturn,
            $"fault {_faults} returns",
            $"fault {_faults} {(failed ? "fails with" : "returns")} {HandlerText.Of(result)}",
            isFailure: failed);
    }

    private void OnCall(HandlerCallKind kind, FaultLevel level)
    {
        _call = new HandlerCall(kind, level, VmFault.Blocked);
        if (kind != HandlerCallKind.Fault)
        {
            AddCall("");
        }
    }

    private void AddCall(string input)
    {
        var (name, source) = TraceWords.Handler(_call.Kind, _call.Level);
        Add(TraceLineKind.Call, $"call {name}", $"{name} -> handler{input}", source);
        _trace.Open(HandlerScope);
    }

    private void OnInput(int argument)
    {
        var fault = new Fault(_call.Level, (FaultFlags)(argument & 0xff), (VmFlags)((argument >> 8) & 0xff), (argument >> 16) != 0);
        AddCall($": {TraceWords.Input(in fault)}");
        if (strategy is WritePredicate predicate)
        {
            Add(TraceLineKind.Decision, "predicate", $"predicate: {predicate.Decide(in fault)}");
        }
    }

    private void OnReturn(VmFault result)
    {
        var (name, _) = TraceWords.Handler(_call.Kind, _call.Level);
        var returned = (result & VmFault.Blocked) == 0;
        Add(
            TraceLineKind.Return,
            $"return {name}",
            $"handler {(returned ? "returns" : "never returns from")} {HandlerText.Of(_call with { Result = result })}",
            isFailure: (result & VmFault.Error) != 0);
    }

    private void OnFailure(string result, int place)
    {
        var text = strategy.DescribePlace(place);
        Add(TraceLineKind.Failure, result, text.Length == 0 ? result : $"{result}: {text}", isFailure: true);
    }

    private void OnTake(KernelLock which)
    {
        var name = TraceWords.Lock(which);
        if (which != KernelLock.JournalHandle)
        {
            var caller = _trace.IsOpen(HandlerScope) ? TraceWords.Handler(_call.Kind, _call.Level).Source : null;
            var source = TraceWords.TakenBy(which, caller, isPmd: caller is not null && _call.Level == FaultLevel.Pmd);
            Add(TraceLineKind.Take, $"take {name}", $"take {name}{(which == KernelLock.Mapping ? ", shared" : "")}", source);
            _trace.Open(name);
        }
    }

    private void OnRelease(KernelLock which)
    {
        var name = TraceWords.Lock(which);
        var inside = _trace.Close(name).Where(IsLock).ToArray();
        var text = inside.Length == 0 ? $"release {name}" : $"release {name}, still holding {string.Join(" and ", inside)}";
        Add(TraceLineKind.Release, $"release {name}", text, TraceWords.ReleasedBy(which));
    }

    private void OnStart(Errno error, string where)
    {
        var rule = RuleDescription.All[(int)_journalRule!.Value];
        var result = error != Errno.None ? TraceWords.Error(error) : _journalRule == Rule.JournalStarted ? "handle" : "nested";
        _journalRule = null;
        Add(
            TraceLineKind.JournalStart,
            $"journal start{where}",
            $"journal start{where} -> {result}: {rule.Text}",
            new KernelFunction(rule.File, rule.Function),
            isFailure: error != Errno.None);
        if (result == "handle")
        {
            _trace.Open(TraceWords.Lock(KernelLock.JournalHandle));
        }
    }
}
