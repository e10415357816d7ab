using System.Globalization;

namespace Compare.Guest;

/// <summary>Writes what scenarios came to, line by line: a word, the number of a scenario where it is about one, values after that, tabs
/// between. Every line is sent at once, so that nothing complete is lost with the machine.</summary>
/// <param name="path">Where to.</param>
internal sealed class ResultWriter(string path) : IDisposable
{
    private readonly StreamWriter _lines = new(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 1)) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Which kernel runs.</summary>
    /// <param name="release">As <c>uname -r</c> names it.</param>
    public void Kernel(string release) => Line("kernel", release);

    /// <summary>A scenario begins.</summary>
    public void Begin(World world) => Line("begin", Number(world));

    /// <summary>A step of it was measured.</summary>
    public void Step(World world, StepMeasures step) => Line(["step", Number(world), .. step.Texts]);

    /// <summary>All its steps were.</summary>
    public void Done(World world) => Line("done", Number(world));

    /// <summary>All scenarios were run.</summary>
    public void End() => Line("end");

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private static string Number(World world) => world.Index.ToString(CultureInfo.InvariantCulture);

    private void Line(params IReadOnlyList<string> cells) => _lines.WriteLine(string.Join('\t', cells));
}
