namespace Compare.Engine;

/// <summary>
/// Finds that an access repeats in a world where it was before, also when the cycle is longer than one fault: the world is kept
/// at every power of two (Brent's algorithm). The key of the kept state is the world and what the access carries along. An access that
/// goes through after its first fault costs nothing.
/// </summary>
internal struct ProgressWatch
{
    private World _kept;
    private int _keptCalls;
    private int _keptCarry;
    private int _steps;

    /// <summary>Repetitions until the next state is kept; 0 before the first is.</summary>
    private int _power;

    /// <summary>Begins with no state kept. The kept world is not cleared: it is read only after it was written.</summary>
    public void Begin() => (_keptCalls, _keptCarry, _steps, _power) = (0, 0, 0, 0);

    /// <summary>Whether the state is the kept one; the effects then keep only the calls of one cycle.</summary>
    /// <param name="world">The world after a handled fault, before the access is repeated.</param>
    /// <param name="effects">The effects so far.</param>
    /// <param name="carry">What the access carries from fault to fault beside the world.</param>
    public bool Repeats(in World world, Effects effects, int carry)
    {
        if (_power > 0 && carry == _keptCarry && world == _kept)
        {
            effects.KeepCalls(_keptCalls, effects.CallCount);
            return true;
        }

        if (_steps++ == _power)
        {
            _kept = world;
            _keptCalls = effects.CallCount;
            _keptCarry = carry;
            _steps = 1;
            _power = Math.Max(1, 2 * _power);
        }

        return false;
    }
}
