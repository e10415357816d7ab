using CsCheck;

namespace Compare.Tests;

/// <summary>Random cases, the same in every run. One that fails is made smaller, and told with the seed that gives it again.</summary>
internal static class Cases
{
    private const uint Stream = 1;
    private const int Shrinks = 1_000;

    /// <summary>One case.</summary>
    public static T One<T>(Gen<T> generator, int seed) => Of(generator, seed, 1)[0];

    /// <summary>Cases of a seed.</summary>
    public static T[] Of<T>(Gen<T> generator, int seed, int count)
    {
        var random = new PCG(Stream, (ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => Next(generator, random))];
    }

    /// <summary>Judges cases of a seed, one after the other.</summary>
    /// <param name="generator">What gives the cases.</param>
    /// <param name="seed">Seed of the first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="judge">Throws at a case that fails.</param>
    /// <param name="print">A case as text.</param>
    public static void Check<T>(Gen<T> generator, int seed, int count, Action<T> judge, Func<T, string>? print = null)
    {
        var random = new PCG(Stream, (ulong)seed);
        for (var i = 0; i < count; i++)
        {
            var state = random.ToString(random.State);
            var item = Next(generator, random);
            try
            {
                judge(item);
            }
            catch (Exception)
            {
                // Fails at its first case, which is this one, and looks for smaller ones that fail too.
                generator.Sample(judge, seed: state, iter: Shrinks, threads: 1, print: print);
                throw;
            }
        }
    }

    private static T Next<T>(Gen<T> generator, PCG random) => generator.Generate(random, null, out _);
}
