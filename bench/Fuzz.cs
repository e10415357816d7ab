using System.Diagnostics;
using System.Globalization;
using Compare.Scenarios;
using CsCheck;

namespace Compare.Bench;

/// <summary>Random and mutated input for whatever reads what a user wrote: <c>fuzz [SECONDS [READER [SEED]]]</c>, seconds for each reader.</summary>
/// <remarks>Input is either read or refused with an <see cref="InputException"/> of one line, within two seconds of the processor and 500 MB. Anything else is
/// shown with the input, made as small as there was time for, and the seed that makes it again; the exit code is 1.</remarks>
public static class Fuzz
{
    private const int SlowMilliseconds = 2_000;
    private const long MostMemory = 500L << 20;

    private static long _started;
    private static long _peak;
    private static volatile Func<string> _shown = () => "";

    /// <summary>Runs the readers, one after the other.</summary>
    /// <param name="args">Seconds for each, 10 unless told; name of a reader, all unless told; seed of the first input, random unless told.</param>
    /// <returns>0 if every input was read or refused, 1 if not, 2 if the arguments cannot be used.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (FuzzInputs.Tests() is not { } tests)
        {
            Console.Error.WriteLine("found no tests/Observations and tests/Mail here or above, expected to run inside of the checkout");
            return 2;
        }

        var directory = Directory.CreateTempSubdirectory("compare-fuzz-");
        using var watchdog = new System.Threading.Timer(_ => Watch(directory), null, 0, 50);
        try
        {
            var seconds = 10;
            FuzzReader[] readers =
            [
                .. new FuzzReaders(directory.FullName, FuzzInputs.Observations(Path.Combine(tests, "Observations"))).All,
                .. new FuzzSources(directory.FullName, Path.Combine(tests, "Mail")).All,
            ];
            var chosen = readers.Where(reader => args.Length < 2 || args[1] == reader.Name).ToArray();
            if (args.Length > 3 || chosen.Length == 0
                || (args.Length > 0 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out seconds)))
            {
                Console.Error.WriteLine($"expected fuzz [SECONDS [READER [SEED]]], a reader of {string.Join(", ", readers.Select(reader => reader.Name))}");
                return 2;
            }

            var clean = true;
            foreach (var reader in chosen)
            {
                clean &= reader.Run(seconds, args.ElementAtOrDefault(2));
            }

            return clean ? 0 : 1;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>Gives random inputs to a reader for a time.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="read">Reads one; throws an <see cref="InputException"/> where it refuses it, another one where a law does not hold.</param>
    /// <param name="show">An input that can be pasted into a test.</param>
    /// <param name="seconds">The time.</param>
    /// <param name="seed">Seed of the first input; random where there is none.</param>
    /// <param name="messageLines">Lines of a message.</param>
    /// <returns>Whether every input was read or refused.</returns>
    internal static bool For<T>(
        string name, Gen<T> inputs, Action<T> read, Func<T, string> show, int seconds, string? seed, int messageLines = 1)
    {
        var (taken, refused, slowest) = (0, 0, 0L);
        var verdict = "none failed";
        Volatile.Write(ref _peak, 0);
        try
        {
            inputs.Sample(Check, time: seconds, threads: 1, seed: seed, print: show);
        }
        catch (CsCheckException failure)
        {
            verdict = $"FAILED: {failure.Message}\n{failure.InnerException}";
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {taken} read, {refused} refused, the slowest took {slowest} ms, at most {Volatile.Read(ref _peak) >> 20} MB, {verdict}"));
        return verdict == "none failed";

        void Check(T input)
        {
            _shown = () => show(input);
            var before = Environment.CpuUsage.TotalTime;
            Volatile.Write(ref _started, Stopwatch.GetTimestamp());
            try
            {
                read(input);
                taken++;
            }
            catch (InputException e) when (e.Message.Count(c => c == '\n') == messageLines - 1)
            {
                refused++;
            }
            finally
            {
                Volatile.Write(ref _started, 0);
            }

            // Of the processor: on a busy machine even a quick one may have to wait.
            var milliseconds = (long)(Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            slowest = Math.Max(slowest, milliseconds);
            if (milliseconds > SlowMilliseconds)
            {
                throw new TimeoutException($"took {milliseconds} ms");
            }
        }
    }

    /// <summary>An input that never comes back, or takes all memory, cannot be waited for.</summary>
    private static void Watch(DirectoryInfo directory)
    {
        var memory = Environment.WorkingSet;
        Volatile.Write(ref _peak, Math.Max(Volatile.Read(ref _peak), memory));
        var started = Volatile.Read(ref _started);
        if (started != 0 && (memory > MostMemory || Stopwatch.GetElapsedTime(started).TotalMilliseconds > 10 * SlowMilliseconds))
        {
            Console.WriteLine($"FAILED: not back after {10 * SlowMilliseconds} ms, or {memory >> 20} MB taken\ninput: {_shown()}");
            directory.Delete(recursive: true);
            Environment.Exit(1);
        }
    }
}
