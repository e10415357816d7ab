using Spectre.Console;

namespace Compare.Cli;

/// <summary>A progress bar on standard error for what takes longer than two seconds.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs work that reports how much of it is done.</summary>
    /// <param name="terminal">Where the bar is shown, if anywhere.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="work">The work; calls its argument with each amount done.</param>
    public static T Run<T>(Terminal terminal, int total, Func<Action<int>, T> work)
    {
        if (!terminal.ShowsProgress)
        {
            return work(static _ => { });
        }

        var done = 0;
        var task = Task.Run(() => work(amount => Interlocked.Add(ref done, amount)));
        if (((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience))
        {
            return task.GetAwaiter().GetResult();
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        console.Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask("scenarios", maxValue: total);
            while (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Refresh))
            {
                bar.Value = Volatile.Read(ref done);
            }
        });
        return task.GetAwaiter().GetResult();
    }
}
