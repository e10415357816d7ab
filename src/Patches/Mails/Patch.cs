namespace Compare.Patches;

/// <summary>A patch, and what its mail or commit says of it.</summary>
/// <param name="Source">The file that holds it, as given.</param>
/// <param name="Subject">The subject of the mail or commit, without what stands in brackets before it; null if there is none.</param>
/// <param name="Author">The name of who wrote it, without an address; null if it is not told.</param>
/// <param name="Date">The day at which it was sent or committed, where the sender was; of a quoted patch that of the mail which quotes it.</param>
/// <param name="Tag">What stands in brackets before the subject, without the word <c>PATCH</c>, as <c>v2 1/3</c>; null if nothing does.</param>
/// <param name="Commit">The hash of the commit; null if it is not told.</param>
/// <param name="Files">The files that it changes, in its order.</param>
public sealed record Patch(
    string Source,
    string? Subject,
    string? Author,
    DateOnly? Date,
    string? Tag,
    string? Commit,
    ImmutableArray<FilePatch> Files);
