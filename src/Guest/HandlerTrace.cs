using System.Globalization;
using System.Text;

namespace Compare.Guest;

/// <summary>What the kernel's trace tells of a step: calls of ext4's fault handlers with what they returned, and journal starts.</summary>
/// <remarks>Read from <c>trace_pipe</c> without waiting, which takes away what was read; to empty the trace for each step is eight times
/// slower.</remarks>
internal sealed unsafe class HandlerTrace : IDisposable
{
    private const string Tracing = "/sys/kernel/debug/tracing";
    private const string Caller = "caller ";

    /// <summary>Flags of <c>vm_fault_t</c> in the order in which tables write them; <c>MAJOR</c> is not written.</summary>
    private static readonly (uint Flag, string Name)[] Flags =
    [
        (0x1, "OOM"), (0x2, "SIGBUS"), (0x8, "WRITE"), (0x10, "HWPOISON"), (0x40, "SIGSEGV"), (0x100, "NOPAGE"), (0x200, "LOCKED"),
        (0x400, "RETRY"), (0x800, "FALLBACK"), (0x1000, "DONE_COW"), (0x2000, "NEEDDSYNC"),
    ];

    private readonly int _pipe = Machine.Expect(Native.Open($"{Tracing}/trace_pipe", Native.ReadOnly | Native.NonBlocking), "trace_pipe");
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>Size of the call that has not returned, where the step that made it waits.</summary>
    private string _open = "";

    /// <summary>Asks the kernel for the events.</summary>
    public static void Enable()
    {
        // The size is an argument of the function: pe_size on 6.1, the order of the folio on 6.12.
        string[] probes =
        [
            "p:hf_in ext4_dax_huge_fault size=%si:u32",
            "r150:hf_out ext4_dax_huge_fault ret=$retval:u32",
            "p:mkw_in ext4_page_mkwrite",
        ];
        foreach (var probe in probes)
        {
            Write("kprobe_events", $"{probe}\n", Native.Append);
        }

        Write("events/kprobes/enable", "1");
        foreach (var name in (string[])["ext4_journal_start", "ext4_journal_start_sb", "ext4_journal_start_inode"])
        {
            if (Directory.Exists($"{Tracing}/events/ext4/{name}"))
            {
                Write($"events/ext4/{name}/enable", "1");
            }
        }

        Write("buffer_size_kb", "256");
    }

    /// <summary>Passes over what came until now.</summary>
    public void Drop()
    {
        while (Read() > 0)
        {
        }
    }

    /// <summary>What a process did since the last call.</summary>
    /// <param name="process">Its id.</param>
    public Calls Of(int process)
    {
        var text = new StringBuilder();
        for (int count; (count = Read()) > 0;)
        {
            text.Append(Encoding.ASCII.GetString(_buffer, 0, count));
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"-{process} ");
        var (handlers, journal, lookup) = (new List<string>(), 0, 0);
        foreach (var line in text.ToString().Split('\n').Where(line => line.Contains(tag, StringComparison.Ordinal)))
        {
            if (line.Contains(" hf_in: ", StringComparison.Ordinal))
            {
                _open = Level(Number(line, "size="));
                handlers.Add(_open);
            }
            else if (line.Contains(" hf_out: ", StringComparison.Ordinal))
            {
                if (handlers.Count == 0)
                {
                    handlers.Add(_open);
                }

                handlers[^1] += ':' + Returned(Number(line, "ret="));
            }
            else if (line.Contains(" mkw_in: ", StringComparison.Ordinal))
            {
                handlers.Add("PAGE_MKWRITE");
            }
            else if (line.IndexOf(Caller, StringComparison.Ordinal) is >= 0 and var at)
            {
                journal += line.AsSpan(at + Caller.Length).StartsWith("ext4_dax_", StringComparison.Ordinal) ? 1 : 0;
                lookup += line.AsSpan(at + Caller.Length).StartsWith("ext4_iomap_", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return new Calls(handlers, journal, lookup);
    }

    /// <summary>Closes the trace.</summary>
    public void Dispose() => Native.Close(_pipe);

    private static string Level(uint size) => size switch
    {
        0 => "PTE",
        1 or 9 => "PMD",
        2 or 18 => "PUD",
        _ => throw new IOException($"the handler was called with an unknown size {size}"),
    };

    private static string Returned(uint flags)
    {
        var names = string.Join('+', Flags.Where(flag => (flags & flag.Flag) != 0).Select(flag => flag.Name));
        return names.Length == 0 ? "0" : names;
    }

    private static uint Number(string line, string name)
    {
        var text = line.AsSpan(line.IndexOf(name, StringComparison.Ordinal) + name.Length);
        return uint.Parse(text[..(text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length)], CultureInfo.InvariantCulture);
    }

    private static void Write(string name, string text, int flags = 0)
    {
        var path = $"{Tracing}/{name}";
        var file = Machine.Expect(Native.Open(path, Native.WriteOnly | flags), path);
        var bytes = Encoding.ASCII.GetBytes(text);
        fixed (byte* start = bytes)
        {
            Machine.Expect((int)Native.Write(file, start, bytes.Length), $"{path} {text}");
        }

        Machine.Expect(Native.Close(file), path);
    }

    private int Read()
    {
        fixed (byte* start = _buffer)
        {
            return (int)Native.Read(_pipe, start, _buffer.Length);
        }
    }
}

/// <summary>What a step did in ext4.</summary>
/// <param name="Handlers">Calls of the fault handler as tables write them, in order.</param>
/// <param name="JournalStarts">Journal starts by the handler itself.</param>
/// <param name="LookupStarts">Journal starts in the block lookup.</param>
internal sealed record Calls(IReadOnlyList<string> Handlers, int JournalStarts, int LookupStarts);
