namespace Compare.Guest;

/// <summary>The first process of a virtual machine: runs the scenarios of <c>/scenarios</c> and writes what they came to.</summary>
internal static class Program
{
    private static int Main()
    {
        if (Environment.ProcessId != 1)
        {
            Console.Error.WriteLine("Compare.Guest is the first process of a virtual machine that compare record starts, and runs nowhere else.");
            return 2;
        }

        try
        {
            Machine.Prepare();
            OwnMemory.RefuseHugePages();
            using var results = new ResultWriter("/dev/ttyS1");
            results.Kernel(File.ReadAllText("/proc/sys/kernel/osrelease").Trim());
            HandlerTrace.Enable();
            using var trace = new HandlerTrace();
            var session = new Session(results, trace);
            session.Run([.. File.ReadLines("/scenarios").Select((line, index) => new World(index, ScenarioText.Parse(line, "/scenarios")))]);
            results.End();
        }
        catch (Exception trouble)
        {
            // The last word of a machine: whoever started it reads this in the log and misses the end of the results.
            Console.Error.WriteLine($"guest: {trouble}");
        }

        Machine.PowerOff();
        return 1;
    }
}
