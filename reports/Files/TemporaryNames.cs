using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Compare.Reports;

/// <summary>Names of temporary files: hidden, beside the target, with the process that writes them in the name, so that what a killed one
/// left is known as such.</summary>
internal static class TemporaryNames
{
    /// <summary>Ends the name of what is being written.</summary>
    public const string New = ".new";

    /// <summary>Ends the name of what was there before, for as long as it may have to come back.</summary>
    public const string Old = ".old";

    /// <summary>How far two readings of the clock may be apart for one moment.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(2);

    /// <summary>Of this machine alone is it known which processes run.</summary>
    private static readonly string Machine = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.MachineName)))[..8];

    /// <summary>A moment at which this process was running, in milliseconds: whoever began later and has its number is another.</summary>
    private static readonly long Since = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private static int _count;

    /// <summary>The next name for a target, without its end.</summary>
    /// <param name="target">An absolute path.</param>
    public static string Next(string target) => Path.Combine(
        Path.GetDirectoryName(target)!,
        FormattableString.Invariant($"{Prefix(target)}{Machine}-{Environment.ProcessId}-{Since}-{Interlocked.Increment(ref _count)}"));

    /// <summary>Removes the temporary files of a target whose writer runs no more. Whatever cannot be removed stays.</summary>
    /// <param name="target">An absolute path, in a directory that is there.</param>
    public static void Sweep(string target)
    {
        var prefix = Prefix(target);
        try
        {
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(target)!))
            {
                var name = Path.GetFileName(path);
                if (name.StartsWith(prefix, StringComparison.Ordinal) && Path.GetExtension(name) is New or Old
                    && IsStale(Path.GetFileNameWithoutExtension(name)[prefix.Length..]))
                {
                    File.Delete(path);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another's, or a directory that must not be listed: nothing that keeps this output from being written.
        }
    }

    private static string Prefix(string target) => $".{Path.GetFileName(target)}.";

    private static bool IsStale(string writer) => writer.Split('-') is [var machine, var number, var since, _]
        && machine == Machine
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && !IsRunning(process, DateTime.UnixEpoch.AddMilliseconds(milliseconds));

    private static bool IsRunning(int number, DateTime moment)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            return process.StartTime.ToUniversalTime() - ClockError <= moment;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            return true;
        }
    }
}
