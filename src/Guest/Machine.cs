namespace Compare.Guest;

/// <summary>The machine around the scenarios: what must be mounted, loaded and set before the first of them.</summary>
internal static class Machine
{
    private const long LoadModuleCall = 313;
    private const string Modules = "/modules";

    /// <summary>Mounts the kernel's file systems, loads the modules in the order of their names, and waits for the storage.</summary>
    /// <exception cref="IOException">Something is not to be had.</exception>
    public static void Prepare()
    {
        Mount("proc", "/proc");
        Mount("sysfs", "/sys");
        Mount("devtmpfs", "/dev");
        Mount("debugfs", "/sys/kernel/debug");
        foreach (var module in Directory.EnumerateFiles(Modules).Order(StringComparer.Ordinal))
        {
            var descriptor = Expect(Native.Open(module, Native.ReadOnly), module);
            Expect((int)Native.LoadModule(LoadModuleCall, descriptor, KernelSymbols.ParametersFor(module), 0), module);
            Expect(Native.Close(descriptor), module);
        }

        File.WriteAllText("/proc/sys/kernel/printk", "3");
        File.WriteAllText("/sys/kernel/mm/transparent_hugepage/enabled", "always");
        if (File.Exists("/proc/sys/kernel/hung_task_timeout_secs"))
        {
            File.WriteAllText("/proc/sys/kernel/hung_task_timeout_secs", "0");
        }

        for (var wait = 0; !File.Exists(FileSystem.Device); wait++)
        {
            if (wait == 100)
            {
                throw new IOException($"the kernel has no {FileSystem.Device}");
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>Ends the machine.</summary>
    public static void PowerOff()
    {
        Native.FlushAll();
        _ = Native.Reboot(Native.PowerOff);
    }

    /// <summary>The result of a call that must succeed.</summary>
    /// <param name="result">What the call gave.</param>
    /// <param name="what">What it was about.</param>
    /// <exception cref="IOException">It gave a number below 0.</exception>
    public static int Expect(int result, string what) => result >= 0 ? result : throw new IOException($"{what}: error {Native.Error}");

    private static void Mount(string type, string target) => Expect(Native.Mount(type, target, type, 0, null), $"mount {target}");
}
