using Compare.Cli;

namespace Compare.Tests.Cli;

/// <summary>A small matrix, a ledger, and the commands on them.</summary>
internal sealed class SignOffDesk : IDisposable
{
    private const string Header = "id,mount,fs,mapping,geometry,extent,size,thp,steps\n";

    private readonly TemporaryDirectory _directory = new();

    public SignOffDesk(string? extra = null)
    {
        Matrix = Write("matrix.csv", Rows("ro") + extra);
        Ledger = _directory["signoff.csv"];
    }

    public string Matrix { get; }

    public string Ledger { get; }

    public string[] Choice => ["--matrix", Matrix, "--kernel", "v4.13", "--base", "zwisler", "--candidate", "original"];

    public string this[string name] => _directory[name];

    /// <summary>Four scenarios; the state of the file system in the first of them can be chosen.</summary>
    public static string Rows(string fileSystem) => Header
        + $"copy,dax,{fileSystem},private,aligned,written,full,huge,copyin\n"
        + "frozen,dax,frozen,private,aligned,written,full,huge,store\n"
        + "load,dax,rw,private,aligned,written,full,huge,load\n"
        + "write,dax,rw,shared,aligned,written,full,huge,store\n";

    public string Write(string name, string text) => _directory.Write(name, text);

    public CommandLine Verify(params string[] more) => CommandLine.Run(["verify", .. Choice, "--ledger", Ledger, .. more]);

    /// <summary>Accepts something, as a reviewer on a fixed day.</summary>
    public string Accept(params string[] ids)
        => CommandLine.Done(["accept", .. ids, "--by", "a reviewer", "--reason", "it is meant and right", "--date", "2017-08-23", .. Choice, "--ledger", Ledger]);

    /// <summary>Accepts or rejects one thing, as the same reviewer on the same day.</summary>
    public string Decide(string verb, string id, string reason)
        => CommandLine.Done([verb, id, "--by", "a reviewer", "--reason", reason, "--date", "2017-08-23", .. Choice, "--ledger", Ledger]);

    /// <summary>The ids that verify prints.</summary>
    public string[] Open(string severity) =>
    [
        .. (File.Exists(Ledger) ? Verify("--severity", severity) : CommandLine.Run(["verify", .. Choice, "--severity", severity])).Output
            .Split('\n')
            .Where(line => line.StartsWith("  compare accept ", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]),
    ];

    public (string Page, string Details, string Mail) Report()
    {
        string[] ledger = File.Exists(Ledger) ? ["--ledger", Ledger] : [];
        CommandLine.Done(["report", "--out", _directory["report"], .. Choice, .. ledger]);
        return (File.ReadAllText(_directory["report/signoff.md"]), File.ReadAllText(_directory["report/details.md"]), File.ReadAllText(_directory["report/signoff.txt"]));
    }

    /// <summary>Reviews on a terminal with these answers.</summary>
    public (int ExitCode, string Output) Review(string answers)
    {
        using var input = new StringReader(answers);
        return Review(input);
    }

    /// <summary>Reviews on a terminal by somebody who does something before each answer.</summary>
    public (int ExitCode, string Output) Review(params Func<string>[] answers)
    {
        using var input = new Answers(answers);
        return Review(input);
    }

    public void Dispose() => _directory.Dispose();

    private (int ExitCode, string Output) Review(TextReader input)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CompareProgram.Run(
            ["review", "--by", "a reviewer", "--date", "2017-08-23", "--severity", "bookkeeping", .. Choice, "--ledger", Ledger],
            new Terminal(output, error, Colour: false, ShowsProgress: false, int.MaxValue) { Input = input });
        Assert.Equal("", error.ToString());
        return (exit, output.ToString());
    }

    private sealed class Answers(IEnumerable<Func<string>> answers) : TextReader
    {
        private readonly Queue<Func<string>> _answers = new(answers);

        public override string? ReadLine() => _answers.TryDequeue(out var answer) ? answer() : null;
    }
}
