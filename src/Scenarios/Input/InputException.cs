namespace Compare.Scenarios;

/// <summary>Input that cannot be used. The message is complete: where, what was found, what was expected.</summary>
public sealed class InputException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">The complete text, to be shown as it is.</param>
    /// <param name="cause">What the system reported, if it did.</param>
    public InputException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Makes an error that points at a place in a file.</summary>
    /// <param name="location">The file, and the line and column where they are known.</param>
    /// <param name="problem">What was found and what was expected.</param>
    /// <param name="cause">What the system reported, if it did.</param>
    public InputException(InputLocation location, string problem, Exception? cause = null)
        : base($"{location}: {problem}", cause)
    {
    }
}
