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
        return WithConsole(terminal, () => work(amount => Interlocked.Add(ref done, amount)), (console, hasEnded) =>
        {
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
                while (!hasEnded(Refresh));
            });
        });

        string Description(double aMinute) => FormattableString.Invariant($"of {total:N0} scenarios, {aMinute:N0} a minute, time left");
    }

    /// <summary>Runs work of which nobody knows how much it is.</summary>
    /// <param name="terminal">Where it is told how far the work is, if anywhere.</param>
    /// <param name="now">How far it is, in one line.</param>
    /// <param name="work">The work.</param>
    public static T Follow<T>(Terminal terminal, Func<string> now, Func<T> work) => !terminal.ShowsProgress
        ? work()
        : WithConsole(terminal, work, (console, hasEnded) => console.Status().Start(Markup.Escape(now()), context =>
        {
            console.Cursor.Show();
            do
            {
                context.Status = Markup.Escape(now());
            }
            while (!hasEnded(Refresh));
        }));

    /// <summary>Runs work on a thread of its own, and shows something on a console if it takes long.</summary>
    private static T WithConsole<T>(Terminal terminal, Func<T> work, Action<IAnsiConsole, Func<TimeSpan, bool>> show)
    {
        var task = Task.Run(work);
        if (!HasEnded(Patience))
        {
            show(
                AnsiConsole.Create(new AnsiConsoleSettings
                {
                    Ansi = AnsiSupport.Yes,
                    Interactive = InteractionSupport.Yes,
                    ColorSystem = ColorSystemSupport.NoColors,
                    Out = new AnsiConsoleOutput(terminal.Error),
                }),
                HasEnded);
        }

        return task.GetAwaiter().GetResult();

        bool HasEnded(TimeSpan pause) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne(pause);
    }
}
