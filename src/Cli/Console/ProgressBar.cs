namespace Compare.Cli;

/// <summary>How far the work is, on standard error, for what takes longer than two seconds.</summary>
internal static class ProgressBar
{
    private const string ClearLine = "\r\e[K";
    private const int Cells = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs work that reports how much of it is done.</summary>
    /// <param name="terminal">Where the bar is shown, if anywhere.</param>
    /// <param name="total">How much there is to do; not 0.</param>
    /// <param name="work">The work; calls its argument with each amount done.</param>
    public static T Run<T>(Terminal terminal, int total, Func<Action<int>, T> work)
    {
        if (!terminal.ShowsProgress)
        {
            return work(static _ => { });
        }

        var done = 0;
        var isShown = false;
        var task = Task.Run(() => work(amount => Interlocked.Add(ref done, amount)));
        for (var pause = Patience; !((IAsyncResult)task).AsyncWaitHandle.WaitOne(pause); pause = Refresh)
        {
            isShown = true;

            // One line and a visible cursor: an interrupt leaves the terminal as it should be.
            var part = (double)Volatile.Read(ref done) / total;
            var bar = new string('#', (int)(part * Cells)).PadRight(Cells, '.');
            terminal.Error.Write(FormattableString.Invariant($"{ClearLine}[{bar}] {Math.Floor(part * 100)}% of {total:N0} scenarios"));
        }

        if (isShown)
        {
            terminal.Error.Write(ClearLine);
        }

        return task.GetAwaiter().GetResult();
    }
}
