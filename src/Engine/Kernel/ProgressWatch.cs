namespace Compare.Engine;

/// <summary>
/// Finds that an access repeats in a world where it was before, also when the cycle is longer than one fault: the world is kept
/// at every power of two (Brent's algorithm). The key of the kept state is the world and what the access carries along.
/// </summary>
internal ref struct ProgressWatch
{
    private World _kept;
    private int _keptCalls;
    private int _keptCarry;
    private int _steps;
    private int _power;

    public ProgressWatch(in World world, int calls)
    {
        _kept = world;
        _keptCalls = calls;
        _power = 1;
    }

    /// <summary>Whether the state is the kept one; the effects then keep only the calls of one cycle.</summary>
    /// <param name="world">The world after a handled fault.</param>
    /// <param name="effects">The effects so far.</param>
    /// <param name="carry">What the access carries from fault to fault beside the world.</param>
    public bool Repeats(in World world, Effects effects, int carry = 0)
    {
        if (carry == _keptCarry && world == _kept)
        {
            effects.KeepCalls(_keptCalls, effects.CallCount);
            return true;
        }

        _steps++;
        if (_steps == _power)
        {
            _kept = world;
            _keptCalls = effects.CallCount;
            _keptCarry = carry;
            _steps = 0;
            _power *= 2;
        }

        return false;
    }
}
