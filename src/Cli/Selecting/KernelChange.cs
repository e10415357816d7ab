using Compare.Recording;

namespace Compare.Cli;

/// <summary>Which strategy a recorded kernel has, and what is changed in its source for that.</summary>
/// <param name="Strategy">The name that the rows have.</param>
/// <param name="Edit">Changes the kernel's tree in a folder; null where the kernel is taken as it is.</param>
internal sealed record KernelChange(string Strategy, Action<string>? Edit)
{
    /// <summary>What a command line asks for.</summary>
    /// <param name="strategy">A name, or a C file that takes the place of the kernel's.</param>
    /// <param name="patch">A patch of fs/ext4.</param>
    /// <param name="name">The name that the rows are to have.</param>
    /// <exception cref="InputException">Both are given, or there is no such strategy or file.</exception>
    public static KernelChange Of(string? strategy, string? patch, string? name)
    {
        if (patch is not null)
        {
            if (strategy is not null)
            {
                throw new InputException($"--patch: found --strategy {strategy} too, expected one of them; --as names the rows");
            }

            var read = TreePatch.Read(patch);
            return new(name ?? read.Name, read.ApplyTo);
        }

        if (strategy is not null && strategy.EndsWith(".c", StringComparison.Ordinal))
        {
            var text = SourceText.Read(strategy);
            return new(name ?? Path.GetFileNameWithoutExtension(strategy), folder => File.WriteAllLines(Path.Combine(folder, HandlerEdit.File), text.Lines.Select(line => line.Text)));
        }

        if (strategy is null or HandlerEdit.Own)
        {
            return new(name ?? HandlerEdit.Own, null);
        }

        string[] names = [.. HandlerEdit.Names, HandlerEdit.Own];
        return HandlerEdit.Names.Contains(strategy)
            ? new(name ?? strategy, folder =>
            {
                var file = Path.Combine(folder, HandlerEdit.File);
                File.WriteAllText(file, HandlerEdit.Write(strategy, File.ReadAllText(file)));
            })
            : throw new InputException($"--strategy: {Problem.UnknownWord(strategy, names)}, or FILE.c in place of the kernel's fs/ext4/file.c; --as names the rows of a kernel that has another already");
    }
}
