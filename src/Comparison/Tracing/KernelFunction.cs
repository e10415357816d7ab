namespace Compare.Comparison;

/// <summary>A function of the kernel that a line of a trace stands for.</summary>
/// <param name="File">Source file in the kernel's tree.</param>
/// <param name="Name">Function in it; where the kernels differ in the name, v4.13's.</param>
public sealed record KernelFunction(string File, string Name)
{
    /// <summary>File and function with a blank between them.</summary>
    public override string ToString() => $"{File} {Name}";
}
