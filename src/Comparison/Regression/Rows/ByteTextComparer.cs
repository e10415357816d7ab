using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>Equality of texts as UTF-8.</summary>
internal sealed class ByteTextComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    private ByteTextComparer()
    {
    }

    /// <summary>The only one that is needed.</summary>
    public static ByteTextComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)alternate.Length * Odd;
        for (; alternate.Length >= sizeof(ulong); alternate = alternate[sizeof(ulong)..])
        {
            hash = (ulong.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(alternate)) * Odd;
        }

        foreach (var value in alternate)
        {
            hash = (ulong.RotateLeft(hash, 23) ^ value) * Odd;
        }

        return (int)(hash >> 32);
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
