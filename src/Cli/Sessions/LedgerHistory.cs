using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Compare.Cli;

/// <summary>What of a ledger stands in the last commit (<c>HEAD</c>) of the repository around it, asked of <c>git</c>.</summary>
internal static partial class LedgerHistory
{
    /// <summary>The lines of a file that are as committed, in whatever order, counted from 1; none where the commit has no such file, or one
    /// with another header.</summary>
    /// <param name="path">A file.</param>
    /// <exception cref="InputException">There is no <c>git</c>, no repository around the file, or no telling its lines apart.</exception>
    public static IReadOnlySet<long> CommittedLines(string path)
    {
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            throw Trouble(path, "found a compressed file, expected lines that git can tell apart");
        }

        var target = FileIdentity.Resolve(path);
        var (directory, name) = (Path.GetDirectoryName(target)!, Path.GetFileName(target));
        var tree = Git(path, directory, "rev-parse", "--is-inside-work-tree");
        if (tree is not (0, "true\n", _))
        {
            throw Trouble(path, $"found no git repository around it, expected one{Said(tree.Error)}");
        }

        if (Git(path, directory, "cat-file", "-e", $"HEAD:./{name}").ExitCode != 0)
        {
            return new HashSet<long>();
        }

        // Who wrote a line before the last commit is of no interest here, and would take long to find out in a large repository.
        var blame = Git(path, directory, "blame", "--porcelain", "-M", "^HEAD", "--", name);
        if (blame.ExitCode != 0)
        {
            throw Trouble(path, $"found lines that git cannot tell apart{Said(blame.Error)}");
        }

        var lines = Line().Matches(blame.Output)
            .Where(line => line.Groups["commit"].ValueSpan.ContainsAnyExcept('0'))
            .Select(line => long.Parse(line.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
            .ToHashSet();
        return lines.Contains(1) ? lines : new HashSet<long>();
    }

    private static (int ExitCode, string Output, string Error) Git(string path, string directory, params ReadOnlySpan<string> words)
    {
        // Found here, since Process would take a file of this name in the working directory before the one on the PATH.
        var program = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, "git"))
            .FirstOrDefault(File.Exists)
            ?? throw Trouble(path, "found no git on the PATH, expected one");
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        // The repository is the one around the file, also where a hook of another one runs this program; messages in English.
        start.Environment.Remove("GIT_DIR");
        start.Environment.Remove("GIT_WORK_TREE");
        start.Environment["LC_ALL"] = "C";
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string Said(string error)
        => error.Split('\n')[0] is { Length: > 0 } line ? $" (git: {Problem.Quote(line)})" : "";

    private static InputException Trouble(string path, string problem) => new(new InputLocation(path), $"--committed: {problem}");

    /// <summary>The head of each line in git's porcelain; the line itself stands behind a tab.</summary>
    [GeneratedRegex(@"^(?<commit>[0-9a-f]{40,64}) \d+ (?<line>\d+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
