namespace Compare.Comparison;

/// <summary>What one step came to: the nine measures as values.</summary>
/// <param name="Result">What the caller sees.</param>
/// <param name="Page">What the step's page maps afterwards.</param>
/// <param name="Calls">Calls of the fault handler; on a livelock those of the repeated cycle, once.</param>
/// <param name="JournalStarts">Journal starts by the handler; 0 on a livelock, which has no count, as in the three below.</param>
/// <param name="LookupStarts">Journal starts in the block lookup.</param>
/// <param name="FaultFallbacks">Increase of <c>thp_fault_fallback</c>.</param>
/// <param name="PmdSplits">Increase of <c>thp_split_pmd</c>.</param>
/// <param name="TimeChanged">1 where the file's time changed, 0 where it did not, <see cref="UnknownTime"/> where it could not be told.</param>
/// <param name="SectorsDelta">Change of the file's allocated size, in 512-byte sectors.</param>
public readonly record struct StepOutcome(
    StepResult Result,
    MappedPage Page,
    HandlerCalls Calls,
    int JournalStarts,
    int LookupStarts,
    int FaultFallbacks,
    int PmdSplits,
    int TimeChanged,
    int SectorsDelta)
{
    /// <summary><see cref="TimeChanged"/> of a step that was recorded where it could not be told.</summary>
    public const int UnknownTime = -1;

    /// <summary>Whether two steps agree in a measure.</summary>
    /// <param name="other">The other step.</param>
    /// <param name="measure">The measure.</param>
    public bool Agrees(StepOutcome other, Measure measure) => measure switch
    {
        Measure.Result => Result == other.Result,
        Measure.Page => Page == other.Page,
        Measure.Handler => Calls == other.Calls && IsRepeating == other.IsRepeating,
        Measure.MtimeChanged => TimeChanged == other.TimeChanged,
        Measure.BlocksDelta => SectorsDelta == other.SectorsDelta,
        _ => Count(measure) == other.Count(measure) && (Result == StepResult.Livelock) == (other.Result == StepResult.Livelock),
    };

    /// <summary>A count of the step.</summary>
    /// <param name="measure">One of the four that count.</param>
    internal int Count(Measure measure) => measure switch
    {
        Measure.JournalStarts => JournalStarts,
        Measure.IomapStarts => LookupStarts,
        Measure.ThpFaultFallback => FaultFallbacks,
        Measure.ThpSplitPmd => PmdSplits,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "no count"),
    };

    /// <summary>Whether the calls are those of a cycle, which may be none.</summary>
    internal bool IsRepeating => Result == StepResult.Livelock;
}

/// <summary>Calls of the fault handler during one step, in order, with what tables hold of each; equal by value.</summary>
public readonly struct HandlerCalls : IEquatable<HandlerCalls>
{
    private readonly ImmutableArray<HandlerCall> _calls;

    /// <summary>The calls of a step.</summary>
    /// <param name="calls">Calls as the engine or a table has them.</param>
    public HandlerCalls(ReadOnlySpan<HandlerCall> calls)
    {
        var plain = ImmutableArray.CreateBuilder<HandlerCall>(calls.Length);
        foreach (var call in calls)
        {
            plain.Add(Plain(call));
        }

        _calls = plain.MoveToImmutable();
    }

    /// <summary>How many.</summary>
    public int Count => _calls.IsDefault ? 0 : _calls.Length;

    /// <summary>The calls.</summary>
    public ReadOnlySpan<HandlerCall> Span => _calls.IsDefault ? [] : _calls.AsSpan();

    /// <summary>The same calls.</summary>
    public static bool operator ==(HandlerCalls left, HandlerCalls right) => left.Equals(right);

    /// <summary>Other calls.</summary>
    public static bool operator !=(HandlerCalls left, HandlerCalls right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(HandlerCalls other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HandlerCalls other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashOf(Span);

    /// <summary>Whether these are the calls of a step.</summary>
    internal bool AreThoseOf(ReadOnlySpan<HandlerCall> calls)
    {
        var own = Span;
        if (own.Length != calls.Length)
        {
            return false;
        }

        for (var i = 0; i < own.Length; i++)
        {
            if (own[i] != Plain(calls[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><see cref="GetHashCode()"/> of calls that are not made yet.</summary>
    internal static int HashOf(ReadOnlySpan<HandlerCall> calls)
    {
        var hash = 0;
        foreach (var call in calls)
        {
            var (kind, level, result) = Plain(call);
            hash = (hash * 31) + ((int)kind << 20) + ((int)level << 16) + (int)result;
        }

        return hash;
    }

    /// <summary>A call without what no table tells: the level of the two that have none, and what <c>page_mkwrite</c> returns.</summary>
    private static HandlerCall Plain(HandlerCall call) => call.Kind switch
    {
        HandlerCallKind.PageMkWrite => new(call.Kind, FaultLevel.Pte, VmFault.None),
        HandlerCallKind.PfnMkWrite => call with { Level = FaultLevel.Pte },
        _ => call,
    };
}
