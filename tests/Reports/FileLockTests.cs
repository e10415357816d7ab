using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Tests.Reports;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void One_that_is_held_is_told_of_once_patience_ends()
    {
        var path = _directory["a"];
        using (FileLock.Take(path, TimeSpan.Zero))
        {
            var refused = Assert.Throws<InputException>(() => FileLock.Take(path, TimeSpan.Zero));
            Assert.Equal($"{path}: found another process writing it for 0 seconds, expected an end; it holds {path}.lock", refused.Message);
        }

        FileLock.Take(path, TimeSpan.Zero).Dispose();
        Assert.Empty(_directory.Names);
    }

    [Fact]
    public void A_file_that_a_killed_process_left_holds_nobody_up()
    {
        _directory.Write("a.lock", "");
        FileLock.Take(_directory["a"], TimeSpan.Zero).Dispose();
        Assert.Empty(_directory.Names);
    }

    [Fact]
    public void One_at_a_time_holds_it()
    {
        var (inside, most) = (0, 0);
        Thread[] threads = [.. Enumerable.Range(0, 16).Select(_ => new Thread(Enter))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(1, most);

        void Enter()
        {
            for (var i = 0; i < 20; i++)
            {
                using var held = FileLock.Take(_directory["a"], TimeSpan.FromMinutes(1));
                var now = Interlocked.Increment(ref inside);
                Thread.Yield();
                most = Math.Max(most, now);
                Interlocked.Decrement(ref inside);
            }
        }
    }

    [Fact]
    public void A_file_that_can_have_none_beside_it_is_refused_at_once()
    {
        _directory.Write("a", "");
        Assert.StartsWith(
            $"{_directory["a/b"]}: cannot be written: ",
            Assert.Throws<InputException>(() => FileLock.Take(_directory["a/b"], TimeSpan.FromMinutes(1))).Message,
            StringComparison.Ordinal);
    }
}
