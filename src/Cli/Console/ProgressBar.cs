using System.Diagnostics;
using Spectre.Console;

namespace Compare.Cli;

/// <summary>How far the work is, on standard error, for what takes longer than two seconds.</summary>
internal static class ProgressBar
{
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
        var task = Task.Run(() => work(amount => Interlocked.Add(ref done, amount)));
        if (!HasEnded(Patience))
        {
            Show();
        }

        return task.GetAwaiter().GetResult();

        bool HasEnded(TimeSpan pause) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne(pause);

        void Show()
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(terminal.Error),
            });
            ProgressColumn[] columns = [new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn()];
            var clock = Stopwatch.StartNew();
            var first = Volatile.Read(ref done);
            console.Progress().AutoClear(true).Columns(columns).Start(context =>
            {
                // The cursor was hidden; an interrupt must find it shown.
                console.Cursor.Show();
                var bar = context.AddTask(Description(0), maxValue: total);
                do
                {
                    bar.Value = Volatile.Read(ref done);
                    bar.Description = Description((bar.Value - first) / clock.Elapsed.TotalMinutes);
                }
                while (!HasEnded(Refresh));
            });
        }

        string Description(double aMinute) => FormattableString.Invariant($"of {total:N0} scenarios, {aMinute:N0} a minute, time left");
    }
}
