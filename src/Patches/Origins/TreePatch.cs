namespace Compare.Patches;

/// <summary>The patches of a file, to be applied to a kernel's tree in a folder.</summary>
public sealed class TreePatch
{
    private readonly string _path;
    private readonly ImmutableArray<Patch> _patches;

    private TreePatch(string path, ImmutableArray<Patch> patches) => (_path, _patches) = (path, patches);

    /// <summary>A name made of the last patch's title.</summary>
    public string Name => PatchStrategies.TitleOf(_patches[^1]).Name;

    /// <summary>Reads a patch or a series.</summary>
    /// <param name="path">A mail, a mailbox or a diff.</param>
    /// <exception cref="InputException">It holds no patch.</exception>
    public static TreePatch Read(string path)
    {
        var patches = PatchReader.Read(path);
        return patches.IsEmpty ? throw new InputException(new InputLocation(path), "found no patch, expected one") : new(path, patches);
    }

    /// <summary>Applies all of them in order.</summary>
    /// <param name="folder">Where the files are; one that the patches change and that is not there is none of those that are built.</param>
    /// <exception cref="InputException">One does not fit, or changes a file that is not there.</exception>
    public void ApplyTo(string folder)
    {
        foreach (var file in _patches.SelectMany(patch => patch.Files))
        {
            var place = Path.Combine(folder, file.Path);
            if (file.Path.Split('/').Contains("..") || !File.Exists(place))
            {
                throw new InputException(new InputLocation(_path), $"found a change of {file.Path}, expected changes of files of fs/ext4 alone: no other part of the kernel is built");
            }

            var changed = Applier.Apply(SourceText.Of(file.Path, File.ReadAllText(place)), file);
            File.WriteAllLines(place, changed.Lines.Select(line => line.Text));
        }
    }
}
