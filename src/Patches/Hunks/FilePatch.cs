namespace Compare.Patches;

/// <summary>What a patch changes in one file.</summary>
/// <param name="Path">The file after the patch, without the prefix that the tool set before it; before the patch, where the patch deletes it.</param>
/// <param name="Hunks">The changes in the order of the patch; none, where only the name or the mode changes.</param>
public sealed record FilePatch(string Path, ImmutableArray<Hunk> Hunks);

/// <summary>A hunk of a unified diff.</summary>
/// <param name="OldStart">The line at which it says that it begins, from 1. A hint that nothing relies on.</param>
/// <param name="OldCount">The number of context and removed lines.</param>
/// <param name="NewStart">The line at which it says that its result begins. A hint that nothing relies on.</param>
/// <param name="NewCount">The number of context and added lines.</param>
/// <param name="Section">What follows the second <c>@@</c>: the heading of the function before the hunk. Empty for a squeezed hunk.</param>
/// <param name="Lines">Its lines; none for a squeezed hunk.</param>
/// <param name="PatchFile">The patch as messages name it.</param>
/// <param name="PatchLine">The line of its header there, from 1.</param>
/// <param name="Squeezed">What follows the second <c>@@</c> of a hunk that lost its line breaks, heading and all; null for any other.</param>
public sealed record Hunk(
    int OldStart,
    int OldCount,
    int NewStart,
    int NewCount,
    string Section,
    ImmutableArray<HunkLine> Lines,
    string PatchFile,
    int PatchLine,
    string? Squeezed = null)
{
    /// <summary>An error at the hunk.</summary>
    /// <param name="problem">What was found and what was expected.</param>
    internal InputException Error(string problem) => new(new InputLocation(PatchFile, PatchLine), problem);
}

/// <summary>A line of a hunk.</summary>
/// <param name="Marker"><c>' '</c> context, <c>'-'</c> removed, <c>'+'</c> added.</param>
/// <param name="Text">The line without its marker.</param>
/// <param name="PatchLine">Its line in the patch, from 1.</param>
public readonly record struct HunkLine(char Marker, string Text, int PatchLine)
{
    /// <summary>Whether it stands in the file before the patch.</summary>
    internal bool IsOld => Marker != '+';

    /// <summary>Whether it stands in the file after the patch.</summary>
    internal bool IsNew => Marker != '-';
}
