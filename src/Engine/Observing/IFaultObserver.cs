namespace Compare.Engine;

/// <summary>Listens to what happens inside a step. With no observer a step allocates nothing and makes no event.</summary>
public interface IFaultObserver
{
    /// <summary>Called for each event, in order.</summary>
    /// <param name="happened">The event.</param>
    void On(in FaultEvent happened);
}
