using System.Collections.Concurrent;
using System.Diagnostics;

namespace Compare.Tests.Cli;

/// <summary>Several people write one ledger.</summary>
public sealed class MeanwhileTests : IDisposable
{
    private readonly SignOffDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Fifty_who_accept_at_once_leave_fifty_decisions()
    {
        using var desk = new SignOffDesk(string.Concat(
            from fs in (string[])["ro", "rw", "frozen", "full", "emergency"]
            from steps in (string[])["copyin", "store", "load store", "store load"]
            select $"{fs}-{steps.Replace(' ', '-')},dax,{fs},private,aligned,written,full,huge,{steps}\n"));
        string[] choice = ["--matrix", desk.Matrix, "--kernel", "v4.13", "--kernel", "v6.1", "--kernel", "v6.12", "--base", "zwisler", "--candidate", "original", "--candidate", Examples.Path, "--kernel", "v4.13+forced-cow"];
        var ids = CommandLine.Run(["verify", .. choice, "--severity", "bookkeeping"]).Output.Split('\n')
            .Where(line => line.StartsWith("  compare accept ", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2])
            .Take(50)
            .ToArray();
        Assert.Equal(50, ids.Length);
        var answers = new ConcurrentBag<CommandLine>();
        Thread[] people = [.. ids.Select(id => new Thread(() => answers.Add(
            CommandLine.Run(["accept", id, "--by", "a reviewer", "--reason", "so", .. choice, "--ledger", desk.Ledger]))))];
        Array.ForEach(people, person => person.Start());
        Array.ForEach(people, person => person.Join());
        Assert.Equal(50, answers.Count);
        Assert.All(answers, answer => Assert.Equal((0, ""), (answer.ExitCode, answer.Error)));
        Assert.Equal(ids.Order(StringComparer.Ordinal), Ids(desk));
        Assert.False(File.Exists(desk.Ledger + ".lock"));
    }

    [Fact]
    public void What_others_accept_while_a_reviewer_thinks_stays()
    {
        var open = _desk.Open("bookkeeping");
        var (exit, output) = _desk.Review(() => "a", () => Meant(open[^1]), () => "q");
        Assert.Equal(0, exit);
        Assert.DoesNotContain("meanwhile", output, StringComparison.Ordinal);
        Assert.Equal(new[] { open[0], open[^1] }.Order(StringComparer.Ordinal), Ids(_desk));
    }

    [Fact]
    public void A_reviewer_is_told_of_a_decision_on_the_same_and_may_then_take_its_place()
    {
        var id = _desk.Open("bookkeeping")[0];
        var (_, output) = _desk.Review(() => "r", () => Meant(id), () => "s", () => "q");
        Assert.Contains(
            "note:   Not recorded; answer again to take the place of what others have decided:\n"
            + $"    {id} meanwhile accepted by a reviewer, 2017-08-23: it is meant and right\n"
            + "accept, reject, skip or quit (a/r/s/q)? ",
            output,
            StringComparison.Ordinal);
        Assert.Contains($"{id},accepted,a reviewer,2017-08-23,it is meant and right,", File.ReadAllText(_desk.Ledger), StringComparison.Ordinal);

        File.Delete(_desk.Ledger);
        _desk.Review(() => "r", () => Meant(id), () => "r", () => "not like this", () => "q");
        Assert.Contains($"{id},rejected,a reviewer,2017-08-23,not like this,", File.ReadAllText(_desk.Ledger), StringComparison.Ordinal);
        Assert.Equal([id, id], Ids(_desk));
    }

    [Fact]
    public void Who_accepts_what_another_has_decided_meanwhile_is_refused_and_told()
    {
        var (id, other) = (_desk.Open("bookkeeping")[0], _desk.Open("bookkeeping")[1]);
        Assert.Equal(
            $"{_desk.Ledger}:2: found {id} meanwhile rejected by a reviewer, 2017-08-23: not like this; "
            + "nothing was recorded; run the command again to replace it",
            Accept([id, other], () => _desk.Review("r\nnot like this\nq\n")).Error["compare: ".Length..].TrimEnd('\n'));
        Assert.Equal([id], Ids(_desk));
        Assert.Contains($"{id},rejected,", File.ReadAllText(_desk.Ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_decision_by_the_same_person_is_no_other()
    {
        var id = _desk.Open("bookkeeping")[0];
        var answer = Accept([id], () => _desk.Accept(id));
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Equal([id], Ids(_desk));
    }

    private static string[] Ids(SignOffDesk desk) => [.. File.ReadAllLines(desk.Ledger).Skip(1).Select(row => row.Split(',')[0])];

    /// <summary>Accepts, and reads the matrix from a pipe, so that something happens when the ledger has been read.</summary>
    private CommandLine Accept(string[] ids, Action meanwhile)
    {
        var pipe = _desk["matrix.pipe"];
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            made.WaitForExit();
            Assert.Equal(0, made.ExitCode);
        }

        var accepting = Task.Run(() => CommandLine.Run(
        [
            "accept", .. ids, "--by", "a reviewer", "--reason", "it is meant and right", "--date", "2017-08-23",
            "--matrix", pipe, .. _desk.Choice[2..], "--ledger", _desk.Ledger,
        ]));

        // Opening a pipe waits for its reader.
        using (var writer = new StreamWriter(pipe))
        {
            meanwhile();
            writer.Write(File.ReadAllText(_desk.Matrix));
        }

        return accepting.GetAwaiter().GetResult();
    }

    private string Meant(string id)
    {
        _desk.Accept(id);
        return "it is meant";
    }
}
