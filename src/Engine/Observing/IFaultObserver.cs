namespace Compare.Engine;

/// <summary>Listens to what happens inside a step. With no observer a step allocates nothing and makes no event.</summary>
public interface IFaultObserver
{
    /// <summary>Called for each event, in order.</summary>
    /// <param name="happened">The event.</param>
    void On(in FaultEvent happened);

    /// <summary>The same with the world as it is then, for an observer that shows how the world changes between two events.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="world">The running step's world; valid during the call.</param>
    void On(in FaultEvent happened, in World world) => On(in happened);
}
