namespace Compare.Engine;

/// <summary>Which locks are held, and which were taken while which others were held.</summary>
public struct LockEffects
{
    /// <summary>Number of kinds of lock.</summary>
    public const int Kinds = 5;

    private const uint InvertedEdges = (0b11110u << 0) | (0b11100u << Kinds) | (0b11000u << (2 * Kinds)) | (0b10000u << (3 * Kinds));

    private byte _held;
    private uint _takenWhileHolding;

    /// <summary>
    /// Whether a lock was taken while one was held that the shipped handlers take after it: the order of <see cref="KernelLock"/>,
    /// inverted.
    /// </summary>
    public readonly bool IsInverted => (_takenWhileHolding & InvertedEdges) != 0;

    /// <summary>Whether any lock is held.</summary>
    public readonly bool AnyHeld => _held != 0;

    /// <summary>Whether a lock is held.</summary>
    /// <param name="which">The lock.</param>
    public readonly bool IsHeld(KernelLock which) => (_held & (1 << (int)which)) != 0;

    /// <summary>Whether a lock was taken at least once while another was held.</summary>
    /// <param name="taken">The lock taken.</param>
    /// <param name="held">The lock held.</param>
    public readonly bool WasTakenWhileHolding(KernelLock taken, KernelLock held) =>
        (_takenWhileHolding & (1u << (((int)taken * Kinds) + (int)held))) != 0;

    internal void Take(KernelLock which)
    {
        _takenWhileHolding |= (uint)_held << ((int)which * Kinds);
        _held |= (byte)(1 << (int)which);
    }

    internal void Release(KernelLock which) => _held &= (byte)~(1 << (int)which);
}
