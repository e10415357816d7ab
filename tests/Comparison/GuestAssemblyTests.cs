using System.Reflection;
using System.Reflection.Emit;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>Strategies from an assembly that the program was not built with.</summary>
public sealed class GuestAssemblyTests
{
    private static readonly Version EngineVersion = typeof(FaultHandler).Assembly.GetName().Version!;

    [Fact]
    public void The_examples_are_loaded_in_ordinal_order()
        => Assert.Equal(["lookup-journal", "never", "v2-nosplit", "zwisler-no-pud"], GuestAssembly.Load(Examples.Path).Select(strategy => strategy.Name));

    [Theory]
    [InlineData("v4.13", "livelock")]
    [InlineData("v6.1", "ok")]
    public void V2_without_its_split_spins_where_the_core_does_not_split(string kernel, string expected)
    {
        var profile = KernelProfiles.All.Single(known => known.Name == kernel);
        var runner = new ScenarioRunner(new Contender(profile, Examples.Named("v2-nosplit")));
        Assert.Equal($"ok|{expected}", runner.Run(ScenarioText.Parse("mapping=private steps=load store")).Text(Measure.Result));
    }

    [Fact]
    public void A_missing_file_is_refused()
        => AssertRefused("no/such.dll", "no such file");

    [Fact]
    public void A_directory_is_refused()
        => AssertRefused(AppContext.BaseDirectory, "found a directory");

    [Fact]
    public void A_file_that_is_no_assembly_is_refused()
    {
        using var directory = new TemporaryDirectory();
        AssertRefused(directory.Write("text.dll", "not an assembly"), "not a .NET assembly");
    }

    [Fact]
    public void An_assembly_without_a_strategy_is_refused()
        => AssertRefused(typeof(FactAttribute).Assembly.Location, "found no public class that is a FaultHandler");

    [Fact]
    public void An_assembly_built_against_another_engine_is_refused()
    {
        using var directory = new TemporaryDirectory();
        var path = Build(directory, new Version(EngineVersion.Major + 1, 0, 0, 0), "A", "one");
        AssertRefused(path, $"built against version {EngineVersion.Major + 1}.0.0.0 of Compare.Engine, expected {EngineVersion}");
    }

    [Fact]
    public void A_name_twice_is_refused()
    {
        using var directory = new TemporaryDirectory();
        AssertRefused(Build(directory, EngineVersion, "A", "same", "B", "same"), "found the name 'same' in A and B");
    }

    [Fact]
    public void A_name_that_is_none_is_refused()
    {
        using var directory = new TemporaryDirectory();
        AssertRefused(Build(directory, EngineVersion, "A", "My Strategy"), "A has the name 'My Strategy', expected lower-case letters");
    }

    [Fact]
    public void A_constructor_that_throws_is_refused()
    {
        using var directory = new TemporaryDirectory();
        AssertRefused(Build(directory, EngineVersion, "A", null), "the constructor of A threw InvalidOperationException");
    }

    [Fact]
    public void A_handler_that_throws_in_mid_run_is_named_with_scenario_and_step()
    {
        var runner = new ScenarioRunner(new Contender(KernelProfiles.V61, new Throws()));
        var failure = Assert.Throws<InputException>(() => runner.Run(ScenarioText.Parse("id=here steps=fsync load")));
        Assert.Contains("strategy 'throws' on v6.1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("scenario 'here' at step 2 (load)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("out of ideas", failure.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string path, string expected)
    {
        var refusal = Assert.Throws<InputException>(() => GuestAssembly.Load(path));
        Assert.StartsWith(path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>An assembly with write predicates, given as class and strategy name; without a name the constructor throws.</summary>
    private static string Build(TemporaryDirectory directory, Version engine, params string?[] classes)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Guest" + Guid.NewGuid().ToString("N")), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("Guest");
        for (var i = 0; i < classes.Length; i += 2)
        {
            Define(module, classes[i]!, classes[i + 1]);
        }

        var path = directory["guest.dll"];
        assembly.Save(path);
        if (engine != EngineVersion)
        {
            PatchEngineVersion(path, engine);
        }

        return path;
    }

    private static void Define(ModuleBuilder module, string name, string? strategy)
    {
        var type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Class, typeof(WritePredicate));
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, []).GetILGenerator();
        constructor.Emit(OpCodes.Ldarg_0);
        constructor.Emit(OpCodes.Call, typeof(WritePredicate).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])!);
        if (strategy is null)
        {
            constructor.Emit(OpCodes.Newobj, typeof(InvalidOperationException).GetConstructor([])!);
            constructor.Emit(OpCodes.Throw);
        }

        constructor.Emit(OpCodes.Ret);
        foreach (var property in (string[])["Name", "Condition", "Origin"])
        {
            var getter = EmittedType.Override(type, typeof(FaultHandler).GetProperty(property)!.GetMethod!);
            getter.Emit(OpCodes.Ldstr, strategy ?? "");
            getter.Emit(OpCodes.Ret);
        }

        var decide = EmittedType.Override(type, typeof(WritePredicate).GetMethod(nameof(WritePredicate.Decide))!);
        decide.Emit(OpCodes.Call, typeof(WriteDecision).GetProperty(nameof(WriteDecision.NoJournal))!.GetMethod!);
        decide.Emit(OpCodes.Ret);
        type.CreateType();
    }

    /// <summary>Rewrites the version of the reference to the engine in the metadata: eight bytes before its name's row fields.</summary>
    private static void PatchEngineVersion(string path, Version version)
    {
        var bytes = File.ReadAllBytes(path);
        using (var stream = new MemoryStream(bytes))
        using (var file = new System.Reflection.PortableExecutable.PEReader(stream))
        {
            var reader = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(file);
            var row = 0;
            foreach (var handle in reader.AssemblyReferences)
            {
                row++;
                if (reader.GetString(reader.GetAssemblyReference(handle).Name) == "Compare.Engine")
                {
                    break;
                }
            }

            var table = System.Reflection.Metadata.Ecma335.TableIndex.AssemblyRef;
            var offset = file.PEHeaders.MetadataStartOffset
                + System.Reflection.Metadata.Ecma335.MetadataReaderExtensions.GetTableMetadataOffset(reader, table)
                + ((row - 1) * System.Reflection.Metadata.Ecma335.MetadataReaderExtensions.GetTableRowSize(reader, table));
            BitConverter.GetBytes((ushort)version.Major).CopyTo(bytes, offset);
        }

        File.WriteAllBytes(path, bytes);
    }

    private sealed class Throws : WritePredicate
    {
        public override string Name => "throws";

        public override string Condition => "never";

        public override string Origin => "a test";

        public override WriteDecision Decide(in Fault fault) => throw new InvalidOperationException("out of ideas");
    }
}
