using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Tests.Cli;

/// <summary>What only a process shows: its directory, its pipes and its exit code.</summary>
public sealed class ProcessTests(StandardRun standard) : IClassFixture<StandardRun>, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_working_directory_takes_the_output_and_changes_no_byte()
    {
        Assert.Equal("0", Shell.Run(_directory, "compare run > /dev/null; echo $?"));
        Assert.Equal(["out"], _directory.Names);
        Assert.True(standard.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(_directory["out/outcomes.csv"])), "other bytes");
    }

    [Fact]
    public void A_reader_that_closes_its_pipe_ends_the_program_quietly()
        => Assert.Equal("original\n0", Shell.Run(_directory, "{ compare list strategies; echo $? > code; } 2> error | head -n 1; cat error code"));

    [Fact]
    public void A_reader_that_reads_nothing_does_not_keep_the_table_from_being_written()
    {
        Assert.Equal("0", Shell.Run(_directory, "{ compare run --jobs 1; echo $? > code; } 2> error | true; cat error code"));
        Assert.True(standard.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(_directory["out/outcomes.csv"])), "other bytes");
    }

    [Fact]
    public void A_full_disk_under_standard_output_is_trouble()
        => Assert.Equal("compare: No space left on device\n2", Shell.Run(_directory, "compare list kernels 2>&1 > /dev/full; echo $?"));

    [Fact]
    public void A_file_on_standard_output_gets_no_colour()
        => Assert.Equal(
            CommandLine.Done("list", "kernels").TrimEnd('\n'),
            Shell.Run(_directory, "unset NO_COLOR; TERM=xterm; export TERM; compare list kernels > file; cat file"));

    [Fact]
    public void A_signal_ends_the_program_and_removes_its_temporary_files()
    {
        using (var writer = new ScenarioTableWriter(File.Create(_directory["big.csv"])))
        {
            foreach (var scenario in CrossMatrix.Enumerate().Take(100_000))
            {
                writer.Write(scenario);
            }
        }

        Directory.CreateDirectory(_directory["out"]);
        _directory.Write("out/outcomes.csv", "old");
        Assert.Equal("143", Shell.Run(_directory, """
            (exec_compare run --matrix big.csv) & program=$!
            until ls out/.outcomes.csv.*.new; do sleep 0.05; kill -0 $program || exit; done > /dev/null 2>&1
            kill -TERM $program; wait $program 2> /dev/null; echo $?
            """));
        Assert.Equal([_directory["out/outcomes.csv"]], Directory.GetFileSystemEntries(_directory["out"]));
        Assert.Equal("old", File.ReadAllText(_directory["out/outcomes.csv"]));
    }

    [Fact]
    public void Processes_that_accept_at_once_keep_every_decision()
    {
        _directory.Write("matrix.csv", SignOffDesk.Rows("ro"));
        Assert.Equal("8 accepted, 8 kept", Shell.Run(_directory, """
            ids=$(compare verify --matrix matrix.csv --base zwisler --severity bookkeeping | sed -n 's/^  compare accept \([^ ]*\) .*/\1/p' | head -n 8)
            for id in $ids; do
                compare accept $id --by "a reviewer" --reason so --matrix matrix.csv --base zwisler --ledger signoff.csv >> accepted &
            done
            wait
            echo "$(grep -c ^Accepted accepted) accepted, $(grep -c ,accepted, signoff.csv) kept"
            """));
        Assert.Equal(["accepted", "matrix.csv", "signoff.csv"], _directory.Names);
    }

    [Fact]
    public void Without_git_nobody_can_tell_what_is_committed()
    {
        _directory.Write("signoff.csv", "id,decision,by,date,reason,subject,change,scenarios,evidence\n");

        // One that lies in the working directory is not the user's, and not run.
        Assert.Equal("compare: signoff.csv: --committed: found no git on the PATH, expected one\n2", Shell.Run(_directory, """
            printf '#!/bin/sh\necho true\n' > git; chmod +x git
            PATH=; export PATH
            compare verify --committed --ledger signoff.csv 2>&1; echo $?
            """));
    }

    [Fact]
    public void A_ledger_that_changes_while_git_is_asked_is_refused()
    {
        _directory.Write("signoff.csv", "id,decision,by,date,reason,subject,change,scenarios,evidence\n");
        Assert.Equal(
            "compare: signoff.csv: found other rows than a moment ago, expected that nobody writes it meanwhile\n2",
            Shell.Run(_directory, """
            printf '#!/bin/sh\ncp new.csv signoff.csv; echo true\n' > git; chmod +x git
            { cat signoff.csv; echo 'd-00000000,accepted,a,2017-08-23,so,v4.13 v2,c,1,00000000000000000000000000000000'; } > new.csv
            PATH="$PWD:$PATH"; export PATH
            compare verify --committed --ledger signoff.csv 2>&1; echo $?
            """));
    }
}
