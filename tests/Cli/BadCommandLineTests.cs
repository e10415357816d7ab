namespace Compare.Tests.Cli;

public sealed class BadCommandLineTests
{
    [Theory]
    [InlineData("", "found no command, expected one of run, check, record, list")]
    [InlineData("rum", "unknown command 'rum', expected one of run, check, record, list, validity, trace, explain, space, sensitivity, prove, diff, report, accept, reject, verify, review; did you mean 'run'?")]
    [InlineData("frobnicate --help", "unknown command 'frobnicate', expected one of run, check, record, list")]
    [InlineData("help frobnicate", "unknown command 'frobnicate', expected one of run, check, record, list")]
    [InlineData("[suggest] run", "found '[suggest]', expected a command")]
    [InlineData("--hlep", "unknown option '--hlep'; did you mean '--help'? (compare --help lists them)")]
    [InlineData("list", "list: found no topic, expected one of strategies, kernels, steps, words, rules, verdicts (compare list --help describes them)")]
    [InlineData("list kernel", "list: unknown topic 'kernel', expected one of strategies, kernels, steps, words, rules, verdicts; did you mean 'kernels'?")]
    [InlineData("list kernels v6.1", "list kernels: found 'v6.1', expected no more arguments")]
    [InlineData("list kernels --all", "unknown option '--all' (compare list kernels --help lists them)")]
    [InlineData("check", "check: found nothing, expected FILE")]
    public void A_command_that_does_not_exist_is_refused(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("run --matrx standard", "unknown option '--matrx'; did you mean '--matrix'? (compare run --help lists them)")]
    [InlineData("run -k v6.1", "unknown option '-k'")]
    [InlineData("check --uot a.csv b.csv", "unknown option '--uot'; did you mean '--out'? (compare check --help lists them)")]
    [InlineData("check -o a.csv b.csv", "unknown option '-o'")]
    [InlineData("run --out --jbos 2", "unknown option '--jbos'; did you mean '--jobs'?")]
    public void An_option_that_does_not_exist_is_refused_and_not_taken_for_a_file(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("run --out", "--out: found nothing, expected DIR")]
    [InlineData("run --out=", "--out: found nothing, expected DIR")]
    [InlineData("run --out --jobs 2", "--out: found nothing, expected a value before '--jobs'")]
    [InlineData("run --jobs", "--jobs: found nothing, expected N")]
    [InlineData("run --matrix", "--matrix: found nothing, expected standard|cross|FILE.csv")]
    [InlineData("run --scenario", "--scenario: found nothing, expected column=value ...")]
    [InlineData("run --kernel v4.13 --kernel", "--kernel: found nothing, expected NAME")]
    [InlineData("run --strategy", "--strategy: found nothing, expected NAME")]
    [InlineData("check a.csv --out", "--out: found nothing, expected MISMATCHES.csv")]
    public void An_option_without_a_value_is_refused(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("run", "--out")]
    [InlineData("run", "--jobs")]
    [InlineData("run", "--matrix")]
    [InlineData("run", "--scenario")]
    [InlineData("run", "--kernel")]
    [InlineData("run", "--strategy")]
    [InlineData("check a.csv", "--out")]
    public void An_empty_value_is_refused(string command, string option)
        => Assert.StartsWith(
            $"{option}: found nothing, expected ",
            CommandLine.Refused([.. command.Split(' '), option, ""]),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("run --out a --out b", "--out: found 2 times, expected once")]
    [InlineData("run --jobs 1 --jobs 1 --jobs 1", "--jobs: found 3 times, expected once")]
    [InlineData("run --matrix standard --matrix standard", "--matrix: found 2 times, expected once")]
    [InlineData("run --scenario steps=load --scenario steps=store", "--scenario: found 2 times, expected once")]
    [InlineData("check a.csv --out b --out c", "--out: found 2 times, expected once")]
    public void An_option_that_counts_once_is_refused_twice(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("run surplus", "run: found 'surplus', expected no more arguments (compare run --help shows what it takes)")]
    [InlineData("run @file", "run: found '@file', expected no more arguments")]
    [InlineData("run --kernel v4.13 v6.1", "run: found 'v6.1', expected no more arguments")]
    [InlineData("run --matrix standard --scenario steps=load", "found --matrix and --scenario, expected one of them")]
    public void What_does_not_belong_together_is_refused(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("257")]
    [InlineData("abc")]
    [InlineData("1e3")]
    [InlineData("+2")]
    [InlineData("2.0")]
    [InlineData("99999999999")]
    public void A_number_of_jobs_that_is_none_is_refused(string jobs)
        => Refused($"run --jobs {jobs}", $"--jobs: found '{jobs}', expected a number from 1 to 256");

    [Theory]
    [InlineData("run --kernel v4.1", "unknown kernel 'v4.1', expected one of v4.13, v4.13+forced-cow, v6.1, v6.12, all; did you mean 'v4.13'?")]
    [InlineData("run --kernel v6.1 --kernel linux", "unknown kernel 'linux', expected one of v4.13")]
    [InlineData("run --strategy ziwsler", "unknown strategy 'ziwsler', expected one of original, v2, zwisler, zwisler-no-pud, lookup-journal, never, v2-nosplit; did you mean 'zwisler'?")]
    [InlineData("run --strategy v2 --strategy V2", "unknown strategy 'V2', expected one of original, v2, zwisler, zwisler-no-pud, lookup-journal, never, v2-nosplit; did you mean 'v2'?")]
    [InlineData("run --matrix standart", "unknown matrix 'standart', expected standard, cross or the name of a scenario table; did you mean 'st")]
    [InlineData("run --matrix none.csv", "none.csv: no such file")]
    [InlineData("check none.csv", "none.csv: no such file")]
    public void A_name_that_nothing_has_is_refused(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("", "found nothing, expected column=value ...")]
    [InlineData("fs=ro", "found no 'steps=', expected at least one step")]
    [InlineData("steps=", "steps: found no step, expected at least one")]
    [InlineData("steps=load stor", "steps: unknown step: found 'stor', expected one of load, store,")]
    [InlineData("steps=load stor", "did you mean 'store'?")]
    [InlineData("steps=fork@near", "steps: found 'fork@near', expected fork without a place")]
    [InlineData("steps=load@nera", "found 'nera', expected one of near, far, beyond; did you mean 'near'?")]
    [InlineData("fs=ro mapping=shared steps=load", "mapping: found 'shared' with fs 'ro', where no file can be opened for writing")]
    [InlineData("fs=nojournal_ro mapping=shared_ro steps=load", "mapping: found 'shared_ro' with fs 'nojournal_ro'")]
    [InlineData("maping=shared steps=load", "unknown column: found 'maping'")]
    [InlineData("fs=rw fs=ro steps=load", "found 'fs=' twice, expected it once")]
    public void A_scenario_that_cannot_be_is_refused(string scenario, string reason)
    {
        var message = CommandLine.Refused("run", "--scenario", scenario);
        Assert.StartsWith("--scenario: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    private static void Refused(string line, string reason)
    {
        var message = CommandLine.Refused(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(reason, message, StringComparison.Ordinal);
    }
}
