namespace Compare.Engine;

/// <summary>
/// A strategy: one version of the file system's DAX fault handler (<c>ext4_dax_huge_fault</c>, fs/ext4/file.c).
/// Stateless: the same fault and the same answers of the kernel give the same calls.
/// </summary>
public abstract class FaultHandler
{
    /// <summary>The name under which it is listed: lower-case letters, digits, hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>The condition in one line.</summary>
    public abstract string Condition { get; }

    /// <summary>Where the version comes from: author, date, commit.</summary>
    public abstract string Origin { get; }

    /// <summary>Handles one fault at one size.</summary>
    /// <param name="fault">What faulted.</param>
    /// <param name="kernel">The kernel's operations. After one that blocks or fails, all further ones do nothing.</param>
    /// <returns>The flags that <c>huge_fault</c> or <c>fault</c> returns.</returns>
    public abstract VmFault HugeFault(in Fault fault, IKernelOperations kernel);

    /// <summary>Says what went wrong at a place that the handler gave to <see cref="IKernelOperations.Fail"/>.</summary>
    /// <param name="place">The place.</param>
    /// <returns>One clause that begins with file and line; empty where there is nothing to say.</returns>
    public virtual string DescribePlace(int place) => "";
}
