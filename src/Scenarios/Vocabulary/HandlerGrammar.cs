using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>The calls of the fault handler during one step: <c>PUD:FALLBACK PMD:NOPAGE</c>.</summary>
internal static class HandlerGrammar
{
    private const string PageMkwrite = "PAGE_MKWRITE";

    private static readonly ImmutableArray<string> Levels = ["PUD", "PMD", "PTE", "MKWRITE"];

    /// <summary>
    /// The flags of <c>VM_FAULT_…</c> that a handler can return, <c>+</c> between two; <c>MAJOR</c> is not shown. <c>0</c>: none of them.
    /// </summary>
    private static readonly ImmutableArray<string> Flags =
        ["0", "NOPAGE", "FALLBACK", "DONE_COW", "SIGBUS", "SIGSEGV", "OOM", "HWPOISON", "LOCKED", "RETRY", "NEEDDSYNC", "WRITE"];

    /// <summary>Checks the value of one step.</summary>
    /// <param name="value">Calls with one space between two; empty if there was none.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Check(string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        var calls = (IsRepeating(value) ? value[..^1] : value).Split(' ');
        for (var i = 0; i < calls.Length; i++)
        {
            if (CheckCall(calls[i], mayBlock: i == calls.Length - 1 && !IsRepeating(value)) is { } problem)
            {
                return $"{problem} in {Problem.Quote(value)}";
            }
        }

        return null;
    }

    /// <summary>Whether the calls are those of a livelock, marked by a <c>*</c>.</summary>
    public static bool IsRepeating(string value) => value.EndsWith('*');

    /// <summary>Whether the last call did not return.</summary>
    public static bool IsBlocked(string value)
    {
        var last = value[(value.LastIndexOf(' ') + 1)..];
        return Levels.Contains(last);
    }

    private static string? CheckCall(string call, bool mayBlock)
    {
        if (call == PageMkwrite)
        {
            return null;
        }

        var colon = call.IndexOf(':', StringComparison.Ordinal);
        var level = colon < 0 ? call : call[..colon];
        if (!Levels.Contains(level))
        {
            return $"unknown handler: {Problem.UnknownWord(level, [.. Levels, PageMkwrite])}";
        }

        if (colon < 0)
        {
            return mayBlock ? null : $"found '{call}' without a return, expected that of the last call only, where it blocks";
        }

        foreach (var flag in call[(colon + 1)..].Split('+'))
        {
            if (!Flags.Contains(flag))
            {
                return $"unknown return: {Problem.UnknownWord(flag, Flags)}";
            }
        }

        return null;
    }
}
