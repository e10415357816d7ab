namespace Compare.Guest;

/// <summary>The process that runs the steps of one scenario, one for each word that its parent writes to it. It may block for ever, and
/// it may fork; then the child goes on.</summary>
internal sealed unsafe class Actor : IDisposable
{
    private const byte Leave = 255;

    /// <summary>Exit status of a child that ends by a step, so that its parent goes on.</summary>
    private const int EndsAlone = 42;

    private readonly int _orders;
    private readonly int _answers;
    private readonly int _first;

    private Actor(int first, int orders, int answers)
    {
        (_first, _orders, _answers) = (first, orders, answers);
        Process = first;
    }

    /// <summary>The process that runs the next step.</summary>
    public int Process { get; private set; }

    /// <summary>Starts it.</summary>
    /// <param name="world">The world.</param>
    public static Actor Start(World world)
    {
        var steps = world.Scenario.Steps.ToArray();
        var orders = stackalloc int[2];
        var answers = stackalloc int[2];
        Machine.Expect(Native.Pipe(orders), "pipe");
        Machine.Expect(Native.Pipe(answers), "pipe");
        var process = Machine.Expect(Native.Fork(), "fork");
        if (process == 0)
        {
            // From here to the exit nothing may allocate: the threads of the garbage collector are not in this process.
            _ = Native.Close(orders[1]);
            _ = Native.Close(answers[0]);
            Serve(world, steps, orders[0], answers[1]);
        }

        Machine.Expect(Native.Close(orders[0]), "close");
        Machine.Expect(Native.Close(answers[1]), "close");
        return new Actor(process, orders[1], answers[0]);
    }

    /// <summary>Has a step done.</summary>
    /// <param name="step">Its index, from 0.</param>
    public void Order(int step)
    {
        var word = (byte)step;
        Machine.Expect((int)Native.Write(_orders, &word, 1), "order");
    }

    /// <summary>Waits for what the step came to.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <returns>The answer, or null if there is none yet.</returns>
    public Answer? Await(int milliseconds)
    {
        var entry = new Native.PollEntry { Descriptor = _answers, Wanted = 1 };
        if (Native.Poll(&entry, 1, milliseconds) <= 0)
        {
            return null;
        }

        Answer answer;
        if (Native.Read(_answers, &answer, sizeof(Answer)) != sizeof(Answer))
        {
            throw new IOException("the process that runs the steps is gone");
        }

        Process = answer.Process;
        return answer;
    }

    /// <summary>Gives up on it: it dies as soon as what it waits for lets it.</summary>
    /// <returns>The process to wait for then.</returns>
    public int Abandon()
    {
        _ = Native.Signal(Process, Native.Kill);
        _ = Native.Signal(_first, Native.Kill);
        return _first;
    }

    /// <summary>Lets it go and waits for its end.</summary>
    public void Finish()
    {
        Order(Leave);
        _ = Native.Wait(_first, null, 0);
    }

    /// <summary>Closes what leads to it.</summary>
    public void Dispose()
    {
        _ = Native.Close(_orders);
        _ = Native.Close(_answers);
    }

    private static void Serve(World world, Step[] steps, int orders, int answers)
    {
        _ = Native.Control(Native.ParentDeathSignal, Native.Kill);
        UserAccess.HandleSignals();
        byte order;
        while (Native.Read(orders, &order, 1) == 1 && order != Leave)
        {
            var step = steps[order];
            var answer = new Answer { Result = StepResult.Ok, Page = MappedPage.NotAsked };
            if (step.Verb == Verb.Fork)
            {
                var child = Native.Fork();
                if (child == 0)
                {
                    _ = Native.Control(Native.ParentDeathSignal, Native.Kill);
                }
                else
                {
                    int status;
                    _ = Native.Wait(child, &status, 0);
                    if (status != EndsAlone << 8)
                    {
                        Native.Exit(0);
                    }

                    // The child read the order to end; the answer to it is its parent's.
                    answer.Page = PageKind.Of(StepActions.PageOf(world, new Step(Verb.ExitChild)));
                }
            }
            else if (step.Verb == Verb.ExitChild)
            {
                Native.Exit(EndsAlone);
            }
            else
            {
                answer.Result = StepActions.Do(world, step);
                answer.Page = PageKind.Of(StepActions.PageOf(world, step));
            }

            answer.Process = Native.ProcessId();
            _ = Native.Write(answers, &answer, sizeof(Answer));
        }

        Native.Exit(0);
    }

    /// <summary>What a step came to, as its process saw it.</summary>
    internal struct Answer
    {
        /// <summary>The process.</summary>
        public int Process;

        /// <summary>What the caller sees.</summary>
        public StepResult Result;

        /// <summary>What the step's page maps.</summary>
        public MappedPage Page;

        /// <summary>Whether the process waits for what another must do.</summary>
        public bool Waits;
    }
}
