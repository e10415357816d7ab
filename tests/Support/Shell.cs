using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Compare.Tests;

/// <summary>A shell in a test's directory; <c>compare</c> is the program there.</summary>
internal static class Shell
{
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "compare.dll");

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What came on standard output, without the last line end.</returns>
    public static string Run(TemporaryDirectory directory, string script)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = directory["."], RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($$"""
            compare() { '{{Dotnet}}' '{{Program}}' "$@"; }
            exec_compare() { exec '{{Dotnet}}' '{{Program}}' "$@"; }
            {{script}}
            """);
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output.TrimEnd('\n');
    }
}
