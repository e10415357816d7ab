using Compare.Cli;

namespace Compare.Tests;

/// <summary>Every example of the README is run, and its output is the one shown.</summary>
public sealed class ReadmeTests
{
    private const string Prompt = "$ compare ";

    [Fact]
    public void The_readme_has_examples()
        => Assert.True(ReadmeExample.All().Count >= 4);

    [Fact]
    public void Every_example_of_the_readme_prints_what_is_shown()
    {
        foreach (var example in ReadmeExample.All())
        {
            using var directory = new TemporaryDirectory();
            using var output = new StringWriter();
            using var error = new StringWriter();
            var exit = CompareProgram.Run(example.Arguments(directory["out"]), new Terminal(output, error, false, false, int.MaxValue));
            Assert.Equal("", error.ToString());
            Assert.Equal(0, exit);
            Assert.Equal(example.Output, output.ToString().Replace(directory["out"], "out", StringComparison.Ordinal).TrimEnd('\n'));
        }
    }

    /// <summary>A command with the output that the README shows under it.</summary>
    private sealed record ReadmeExample(string Command, string Output)
    {
        public static List<ReadmeExample> All()
        {
            var examples = new List<ReadmeExample>();
            foreach (var block in File.ReadAllText(RepositoryRoot.File("README.md")).Split("```console\n").Skip(1))
            {
                var lines = block[..block.IndexOf("\n```", StringComparison.Ordinal)].Split('\n');
                Assert.StartsWith(Prompt, lines[0], StringComparison.Ordinal);
                examples.Add(new ReadmeExample(lines[0][Prompt.Length..], string.Join('\n', lines.Skip(1))));
            }

            return examples;
        }

        /// <summary>The words of the command; the shell's part is done here, and a matrix is written elsewhere.</summary>
        public List<string> Arguments(string directory)
        {
            var words = new List<string>();
            foreach (var (text, i) in Command.Split('"').Select((text, i) => (text, i)))
            {
                words.AddRange(i % 2 == 1 ? [text] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }

            if (words[0] == "run" && !words.Contains("--scenario"))
            {
                words.AddRange(["--out", directory]);
            }

            return [.. words.SelectMany(word => word == "tests/Observations/v*.csv" ? RepositoryRoot.Observations : [word])];
        }
    }
}
