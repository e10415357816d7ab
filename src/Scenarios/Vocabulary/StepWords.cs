namespace Compare.Scenarios;

/// <summary>What steps do, in words for people.</summary>
public static class StepWords
{
    /// <summary>Every verb: its word, whether a place may follow it, whether another task does it, and what is done.</summary>
    public static ImmutableArray<(string Word, bool NamesPage, bool IsByAnother, string Meaning)> All { get; } =
        [.. Axes.Verbs.Values.Select(verb => new Step(verb)).Select(step => (Axes.Verbs.Of(step.Verb), step.NamesPage, step.IsByAnother, Of(step)))];

    /// <summary>Every place that has a name in a step, and its page.</summary>
    public static ImmutableArray<(string Word, string Page)> NamedPlaces { get; } =
        [.. Axes.Places.Values.Skip(1).Select(place => (Axes.Places.Of(place), Page(place)))];

    /// <summary>A page by its number; the numbers are those that <see cref="Place"/> documents.</summary>
    /// <param name="place">A place.</param>
    public static string Page(Place place) => place switch
    {
        Place.Target => "page 10",
        Place.Near => "page 12",
        Place.Far => "page 522",
        Place.Beyond => "page 300",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "No such place."),
    };

    /// <summary>What a step does.</summary>
    /// <param name="step">A step.</param>
    public static string Of(Step step) => step.Verb switch
    {
        Verb.Load => $"a read of {Page(step.Place)}",
        Verb.Store => $"a write to {Page(step.Place)}",
        Verb.Force => $"a write to {Page(step.Place)} through /proc/self/mem",
        Verb.CopyIn => $"the kernel copies a byte to {Page(step.Place)}",
        Verb.MemoryLock => $"mlock of {Page(step.Place)}",
        Verb.OtherLoad => $"a read of {Page(step.Place)} through the second mapping",
        Verb.OtherStore => $"a write to {Page(step.Place)} through the second mapping",
        Verb.DontNeed => "madvise(MADV_DONTNEED) on the first 2 MiB",
        Verb.Fsync => "fsync of the file",
        Verb.Punch => "a hole punched at page 10",
        Verb.Truncate => "the length set to 5 pages",
        Verb.Extend => "the length set to 4 MiB",
        Verb.Fork => "fork, and the child goes on",
        Verb.PopulatePud => "another page touched in the same 1 GiB",
        Verb.ExitChild => "the child ends, and its parent goes on",
        Verb.Read => $"one byte of {Page(step.Place)} read through the descriptor",
        Verb.Write => $"one byte of {Page(step.Place)} written through the descriptor",
        Verb.MemorySync => "msync of the mapping",
        Verb.ProtectReadOnly => "the mapping made read-only",
        Verb.ProtectWritable => "the mapping made writable",
        Verb.Remap => "the mapping moved, and shifted by a page",
        Verb.Freeze => "the file system frozen",
        Verb.Thaw => "the file system thawed",
        Verb.RemountReadOnly => "the file system remounted read-only",
        Verb.RemountWritable => "the file system remounted writable",
        Verb.Shutdown => "the file system shut down",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Verb, "No such step."),
    };
}
