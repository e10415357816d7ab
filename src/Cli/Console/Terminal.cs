using System.Text;

namespace Compare.Cli;

/// <summary>What the program talks to. Tests give it writers of their own.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Colour">Whether standard output takes colour: a terminal, and <c>NO_COLOR</c> is not set.</param>
/// <param name="ShowsProgress">Whether standard error is a terminal that takes a progress bar.</param>
/// <param name="Width">Columns of the terminal.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool Colour, bool ShowsProgress, int Width)
{
    /// <summary>Standard input, where it and standard output are a terminal; else nobody can be asked.</summary>
    public TextReader? Input { get; init; }

    /// <summary>The screen of standard output.</summary>
    public Screen Screen => new(Output, Colour, Width);

    /// <summary>Says something on standard error, behind the program's name; what a terminal would obey is shown.</summary>
    /// <param name="message">One line, or several.</param>
    internal void Say(string message)
        => Error.Write($"compare: {string.Join('\n', message.Split('\n').Select(ControlCharacters.Shown))}\n");

    /// <summary>A stream of UTF-8 to standard output, for a table.</summary>
    internal Stream Table() => new TextStream(Output);

    /// <summary>The terminal, pipes or files that the process was started with.</summary>
    public static Terminal OfProcess()
    {
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var colour = !plain && !Console.IsOutputRedirected;
        return new Terminal(
            Console.Out,
            Console.Error,
            colour,
            !plain && !Console.IsErrorRedirected,
            colour ? Math.Max(Console.WindowWidth, 40) : int.MaxValue)
        {
            Input = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In,
        };
    }

    /// <summary>A stream of UTF-8 that ends in a text writer: a table on standard output.</summary>
    private sealed class TextStream(TextWriter writer) : Stream
    {
        private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Span<char> characters = stackalloc char[1024];
            while (!buffer.IsEmpty)
            {
                _decoder.Convert(buffer, characters, flush: false, out var read, out var written, out _);
                writer.Write(characters[..written]);
                buffer = buffer[read..];
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => writer.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
