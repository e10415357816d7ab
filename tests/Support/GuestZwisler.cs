using System.Reflection;
using System.Reflection.Emit;
using Compare.Engine;

namespace Compare.Tests;

/// <summary>Predicates under the name of a shipped one, as an edit of its source would make them: assemblies of a guest.</summary>
internal static class GuestZwisler
{
    /// <summary>A write to a shared VMA: the same as the shipped one.</summary>
    public static string Unchanged(TemporaryDirectory directory) => Save(directory, "same", testsWrite: true, turnsShared: false);

    /// <summary>Every fault in a shared VMA, also one that reads.</summary>
    public static string WithoutWriteTest(TemporaryDirectory directory) => Save(directory, "nowrite", testsWrite: false, turnsShared: false);

    /// <summary>A write where the VMA is not shared.</summary>
    public static string TurnedRound(TemporaryDirectory directory) => Save(directory, "turned", testsWrite: true, turnsShared: true);

    private static string Save(TemporaryDirectory directory, string name, bool testsWrite, bool turnsShared)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName($"guest-{name}"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("guest")
            .DefineType("Edited", TypeAttributes.Public | TypeAttributes.Class, typeof(WritePredicate));
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, []).GetILGenerator();
        constructor.Emit(OpCodes.Ldarg_0);
        constructor.Emit(OpCodes.Call, typeof(WritePredicate).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])!);
        constructor.Emit(OpCodes.Ret);
        foreach (var property in (string[])["Name", "Condition", "Origin"])
        {
            var getter = EmittedType.Override(type, typeof(FaultHandler).GetProperty(property)!.GetMethod!);
            getter.Emit(OpCodes.Ldstr, "zwisler");
            getter.Emit(OpCodes.Ret);
        }

        var decide = EmittedType.Override(type, typeof(WritePredicate).GetMethod(nameof(WritePredicate.Decide))!);
        Ask(decide, nameof(Fault.IsShared));
        if (turnsShared)
        {
            decide.Emit(OpCodes.Ldc_I4_0);
            decide.Emit(OpCodes.Ceq);
        }

        if (testsWrite)
        {
            Ask(decide, nameof(Fault.IsWrite));
            decide.Emit(OpCodes.And);
        }

        decide.Emit(OpCodes.Call, typeof(WriteDecision).GetMethod(nameof(WriteDecision.FromBoolean))!);
        decide.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save(directory[$"{name}.dll"]);
        return directory[$"{name}.dll"];
    }

    private static void Ask(ILGenerator code, string property)
    {
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, typeof(Fault).GetProperty(property)!.GetMethod!);
    }
}
