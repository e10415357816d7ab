using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Compare.Tests;

/// <summary>Texts that are kept as they should be. What differs is put beside them for a person to accept; nothing is rewritten.</summary>
internal static class Golden
{
    private const string Folder = "tests/Golden";
    private const int ContextLines = 3;

    /// <summary>Asserts that a text is the one kept in <c>tests/Golden</c>.</summary>
    public static void Check(string name, string text) => Check(RepositoryRoot.File(""), $"{Folder}/{name}", text);

    /// <summary>Asserts that a text is the one kept in a file.</summary>
    /// <param name="root">The root of the checkout, in which the command that accepts the text is to be typed.</param>
    /// <param name="path">The file, relative to the root.</param>
    /// <param name="text">What was printed.</param>
    internal static void Check(string root, string path, string text)
    {
        var golden = Path.Combine(root, path);
        var received = golden + ".received";
        var kept = File.Exists(golden) ? File.ReadAllText(golden) : null;
        if (kept == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        var what = kept is null ? $"{path} does not exist." : $"{path} differs (- kept, + received):\n{Difference(kept, text)}";
        Assert.Fail($"{what}\nTo accept what was received:\n  mv {path}.received {path}\n");
    }

    /// <summary>The lines that differ, each with a few around it. What differs in line ends alone is said in words.</summary>
    private static string Difference(string kept, string received)
    {
        var lines = InlineDiffBuilder.Diff(kept, received, ignoreWhiteSpace: false).Lines;
        var changed = Enumerable.Range(0, lines.Count).Where(i => lines[i].Type != ChangeType.Unchanged).ToArray();
        if (changed.Length == 0)
        {
            return "  (only line ends differ)";
        }

        var shown = changed.SelectMany(i => Enumerable.Range(i - ContextLines, 2 * ContextLines + 1)).ToHashSet();
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown.Contains(i))
            {
                var mark = lines[i].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
                text.Append(mark).Append(' ').Append(lines[i].Text).Append('\n');
            }
            else if (shown.Contains(i - 1))
            {
                text.Append("  ...\n");
            }
        }

        return text.ToString().TrimEnd('\n');
    }
}
