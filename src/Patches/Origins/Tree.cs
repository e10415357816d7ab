using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Compare.Patches;

/// <summary>A place where a kernel's source is: a file, a folder, or a revision of a git repository.</summary>
internal sealed record Tree
{
    /// <summary>Where the handler of ext4 is in a kernel's source.</summary>
    public const string HandlerPath = "fs/ext4/file.c";

    private Tree(string folder, string? revision) => (Folder, Revision) = (folder, revision);

    /// <summary>The folder, or the file.</summary>
    public string Folder { get; }

    /// <summary>The revision; none: what the folder holds now.</summary>
    public string? Revision { get; }

    /// <summary>Whether it is one file.</summary>
    public bool IsFile => Revision is null && !Directory.Exists(Folder);

    /// <summary>The place of a word: <c>FILE</c>, <c>DIR</c> or <c>DIR@REV</c>.</summary>
    public static Tree Of(string word)
    {
        var at = word.LastIndexOf('@');
        return at > 0 && !File.Exists(word) && Directory.Exists(word[..at]) ? new Tree(word[..at], word[(at + 1)..]) : new Tree(word, null);
    }

    /// <summary>Reads a file of it.</summary>
    /// <param name="path">The path inside it; of a single file this is passed over.</param>
    /// <exception cref="InputException">There is no such file, or revision.</exception>
    public SourceText Read(string path) => Revision is null
        ? SourceText.Read(IsFile ? Folder : Path.Combine(Folder, path))
        : SourceText.Of($"{path}@{Revision}", Encoding.UTF8.GetString(Git("show", $"{Revision}:{path}")));

    /// <summary>What the revision is: hash, day and subject of its commit.</summary>
    /// <exception cref="InputException">There is no such revision.</exception>
    public string Describe()
        => Revision is null ? Folder : $"commit {Encoding.UTF8.GetString(Git("log", "-1", "--format=%h, %as: %s", Revision, "--")).Trim()}";

    private byte[] Git(params string[] arguments)
    {
        if (Revision is "" or ['-', ..])
        {
            throw new InputException(
                new InputLocation($"{Folder}@{Revision}"),
                $"found {(Revision.Length == 0 ? "no revision" : "a revision that begins with '-'")}, expected a commit, tag or branch");
        }

        var start = new ProcessStartInfo("git", ["-C", Folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.StandardInput.Close();
            var complaint = git.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            return git.ExitCode == 0
                ? output.ToArray()
                : throw new InputException(
                    new InputLocation($"{Folder}@{Revision}"), $"git says: {complaint.GetAwaiter().GetResult().Trim().Split('\n')[0]}");
        }
        catch (Win32Exception failure)
        {
            throw new InputException(new InputLocation($"{Folder}@{Revision}"), "a revision needs git, which cannot be started", failure);
        }
    }
}
