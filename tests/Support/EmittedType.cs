using System.Reflection;
using System.Reflection.Emit;

namespace Compare.Tests;

/// <summary>What the tests that emit a guest's assembly have in common.</summary>
internal static class EmittedType
{
    /// <summary>Begins the override of a method, with the modifiers of its parameters.</summary>
    public static ILGenerator Override(TypeBuilder type, MethodInfo method)
    {
        var parameters = method.GetParameters();
        var builder = type.DefineMethod(
            method.Name,
            MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig,
            CallingConventions.HasThis,
            method.ReturnType,
            null,
            null,
            [.. parameters.Select(parameter => parameter.ParameterType)],
            [.. parameters.Select(parameter => parameter.GetRequiredCustomModifiers())],
            null);
        type.DefineMethodOverride(builder, method);
        return builder.GetILGenerator();
    }
}
