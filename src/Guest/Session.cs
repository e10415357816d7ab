namespace Compare.Guest;

/// <summary>Runs scenarios: those of one kind share a file system, one after the other.</summary>
/// <param name="results">Told what they come to.</param>
/// <param name="trace">The kernel's trace.</param>
internal sealed class Session(ResultWriter results, HandlerTrace trace)
{
    private const int MostOnOne = 100;

    /// <summary>Runs them in their order, as far as neighbours of one kind allow it to share a file system.</summary>
    /// <param name="worlds">The scenarios.</param>
    public void Run(IReadOnlyList<World> worlds)
    {
        UserAccess.Prepare();
        OwnMemory.RefuseHugePages();
        for (var start = 0; start < worlds.Count;)
        {
            var setup = worlds[start].Scenario.Setup;
            World[] group = [.. worlds.Skip(start).TakeWhile(IsOfKind).Take(IsAlone(worlds[start]) ? 1 : MostOnOne)];
            RunTogether(setup, group);
            start += group.Length;

            bool IsOfKind(World world)
                => (world.Scenario.Setup.Mount, world.Scenario.Setup.FileSystem) == (setup.Mount, setup.FileSystem)
                    && (world == worlds[start] || !IsAlone(world));
        }
    }

    private static bool IsAlone(World world) => world.ChangesFileSystem || world.Scenario.Setup.FileSystem == FileSystemState.Full;

    private void RunTogether(WorldSetup setup, World[] worlds)
    {
        var files = new FileSystem(setup.Mount, setup.FileSystem);
        files.Make();
        foreach (var world in worlds)
        {
            world.MakeFile();
        }

        files.PrepareBeforeMapping();
        for (var i = 0; i < worlds.Length; i++)
        {
            worlds[i].MapFile(i);
        }

        files.PrepareAfterMapping();
        foreach (var world in worlds)
        {
            Run(world, files);
        }

        files.Thaw();
        foreach (var world in worlds)
        {
            world.AwaitStuck();
            world.Unmap();
        }

        files.Unmount();
    }

    private void Run(World world, FileSystem files)
    {
        results.Begin(world);
        using var actor = Actor.Start(world);
        var waits = false;
        for (var i = 0; i < world.Scenario.Steps.Length; i++)
        {
            var step = Measure(world, files, actor, i, waits);
            results.Step(world, step);
            waits = step.Answer.Waits;
            if (world.Scenario.EndsAt(i, step.Answer.Result))
            {
                world.Stuck = actor.Abandon();
                results.Done(world);
                return;
            }
        }

        actor.Finish();
        results.Done(world);
    }

    private StepMeasures Measure(World world, FileSystem files, Actor actor, int step, bool waits)
    {
        FileTimes.Prepare(world, files);
        var old = FileTimes.Of(world.Path);
        trace.Drop();
        var before = Counters.Read();
        var answer = Do(world.Scenario.Steps[step].Verb);
        var after = Counters.Read();
        return new StepMeasures(answer, trace.Of(answer.Process), before, after, old, FileTimes.Of(world.Path));

        Actor.Answer Do(Verb verb)
        {
            var result = new Step(verb).IsByAnother ? files.Do(verb) : StepResult.Ok;
            if (waits && (verb != Verb.Thaw || result != StepResult.Ok))
            {
                return Waiting.Still(actor) with { Result = new Step(verb).IsByAnother ? result : StepResult.Blocked };
            }

            if (waits)
            {
                return Waiting.For(actor, before.Faults);
            }

            actor.Order(step);
            var done = Waiting.For(actor, before.Faults);
            return done with { Result = done.Result == StepResult.Ok ? result : done.Result };
        }
    }
}
