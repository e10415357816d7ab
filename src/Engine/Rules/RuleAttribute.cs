namespace Compare.Engine;

/// <summary>What a rule of the engine says, and the kernel function that it stands for.</summary>
/// <param name="file">Source file in the kernel's tree.</param>
/// <param name="function">Function in it; where the kernels differ in the name, v4.13's.</param>
/// <param name="text">The rule in one clause.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RuleAttribute(string file, string function, string text) : Attribute
{
    /// <summary>Source file in the kernel's tree.</summary>
    public string File { get; } = file;

    /// <summary>Function in it.</summary>
    public string Function { get; } = function;

    /// <summary>The rule in one clause.</summary>
    public string Text { get; } = text;
}
