namespace Compare.Tests.Cli;

/// <summary>A candidate that was made worse on purpose gets the verdict that it deserves, and the cause stands above everything else.</summary>
public sealed class WorseTests : IDisposable
{
    private const int FirstLines = 10;

    /// <summary>Zwisler's handler with its time or its lock left out.</summary>
    private const string Handler = """
        using Compare.Engine;

        public sealed class Worse : FaultHandler
        {
            public override string Name => "worse";

            public override string Condition => "as zwisler";

            public override string Origin => "a test";

            public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
            {
                var write = fault.IsWrite && fault.IsShared;
                var result = VmFault.SigBus;
                if (write)
                {
                    kernel.StartPageFault();
                    kernel.UpdateTime();
                }

                kernel.LockMapping();
                if (!write || kernel.JournalStart() == Errno.None)
                {
                    result = kernel.DaxFault(out _);
                    if (write)
                    {
                        kernel.JournalStop();
                    }
                }

                kernel.UnlockMapping();
                if (write)
                {
                    kernel.EndPageFault();
                }

                return result;
            }
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("the split is skipped", "v2", "v2-nosplit", "hang", "an access is repeated for ever")]
    [InlineData("the time is skipped", "zwisler", "kernel.UpdateTime();", "data-at-risk", "the file's time stays")]
    [InlineData("the journal is started for reads", "zwisler", "fault.IsShared", "hang", "an access that does not change the file hangs on a frozen file system")]
    [InlineData("VM_SHARED is ignored", "zwisler", "fault.IsWrite", "hang", "an access that does not change the file hangs on a frozen file system")]
    [InlineData("the journal is never started", "zwisler", "never", "data-at-risk", "a lock is taken while one is held that the shipped handlers take after it")]
    [InlineData("the lock is left", "zwisler", "kernel.UnlockMapping();", "data-at-risk", "a lock is still held after the fault")]
    public void It_is_not_to_be_merged_and_the_cause_is_said_first(string what, string against, string change, string severity, string cause)
    {
        var candidate = change switch
        {
            "v2-nosplit" or "never" => change,
            "fault.IsShared" or "fault.IsWrite" => _directory.Write("worse.cs", Handler.Replace("fault.IsWrite && fault.IsShared", change, StringComparison.Ordinal)),
            _ => _directory.Write("worse.cs", Handler.Replace(change, "", StringComparison.Ordinal)),
        };
        string[] choice = ["--kernel", "v4.13", "--base", against, "--candidate", candidate];
        var verified = CommandLine.Run(["verify", .. choice]);
        Assert.Equal((1, ""), (verified.ExitCode, verified.Error));
        AssertSaid(verified.Output);
        CommandLine.Done(["report", .. choice, "--out", _directory["out"]]);
        var page = File.ReadAllText(_directory["out/signoff.md"]);
        AssertSaid(page);
        Assert.All(page.Split('\n').Where(line => !line.Contains("compare re", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 100));
        Assert.InRange(page.Split('\n').Length, 1, 121);
        Assert.InRange(File.ReadAllLines(_directory["out/signoff.txt"]).Length, 1, 60);

        void AssertSaid(string text)
        {
            var first = string.Join(' ', text.Split('\n')[..Math.Min(FirstLines, text.Split('\n').Length)].Select(line => line.Trim())).Replace("*", "", StringComparison.Ordinal);
            Assert.True(first.Contains(": do not merge. ", StringComparison.Ordinal), $"{what}: {first}");
            Assert.Matches($"{severity}: [^;]*{cause}", first);
        }
    }
}
