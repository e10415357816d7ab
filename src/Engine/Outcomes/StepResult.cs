namespace Compare.Engine;

/// <summary>What the caller of a step sees.</summary>
public enum StepResult : byte
{
    /// <summary>Success.</summary>
    Ok,

    /// <summary>The task gets SIGBUS.</summary>
    SigBus,

    /// <summary>The task gets SIGSEGV.</summary>
    SigSegv,

    /// <summary>The call returns <c>EFAULT</c>.</summary>
    Efault,

    /// <summary>The call returns <c>EIO</c>.</summary>
    Eio,

    /// <summary>The call returns <c>ENOMEM</c>.</summary>
    Enomem,

    /// <summary>The call returns <c>EROFS</c>.</summary>
    Erofs,

    /// <summary>The call returns <c>EINVAL</c>.</summary>
    Einval,

    /// <summary>The call returns <c>ENOSPC</c>.</summary>
    Enospc,

    /// <summary>The task waits for what nobody in the scenario will do.</summary>
    Blocked,

    /// <summary>The fault repeats for ever.</summary>
    Livelock,
}
