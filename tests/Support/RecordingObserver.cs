using Compare.Engine;

namespace Compare.Tests;

/// <summary>Keeps every event.</summary>
internal sealed class RecordingObserver : IFaultObserver
{
    public List<FaultEvent> Events { get; } = [];

    public int Count(FaultEventKind kind) => Events.Count(happened => happened.Kind == kind);

    public void On(in FaultEvent happened) => Events.Add(happened);
}
