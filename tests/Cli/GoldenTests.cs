namespace Compare.Tests.Cli;

/// <summary>Texts as users read them. The files are written by hand, from what the program prints, and never by a test.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void The_strategies_are_printed_as_they_should_be()
        => Golden.Check("list-strategies.txt", CommandLine.Done("list", "strategies"));

    [Fact]
    public void The_bug_is_printed_as_it_should_be()
        => Golden.Check("run-scenario.txt", CommandLine.Done("run", "--scenario", "fs=ro mapping=private steps=copyin"));
}
