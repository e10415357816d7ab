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

    /// <summary>The handler reads through NULL or meets a <c>BUG</c>: the kernel kills the task.</summary>
    Oops,

    /// <summary>The handler never ends, or leaves a lock held.</summary>
    Hang,

    // What stands here as 'in tables only' a recorded kernel may give and the model never does.

    /// <summary>The call returns <c>EACCES</c>.</summary>
    Eacces,

    /// <summary>The call returns <c>EAGAIN</c>; in tables only.</summary>
    Eagain,

    /// <summary>The call returns <c>EBUSY</c>.</summary>
    Ebusy,

    /// <summary>The call returns <c>EDQUOT</c>; in tables only.</summary>
    Edquot,

    /// <summary>The call returns <c>EFBIG</c>; in tables only.</summary>
    Efbig,

    /// <summary>The call returns <c>EINTR</c>; in tables only.</summary>
    Eintr,

    /// <summary>The call returns <c>ENODEV</c>; in tables only.</summary>
    Enodev,

    /// <summary>The call returns <c>EOPNOTSUPP</c>; in tables only.</summary>
    Eopnotsupp,

    /// <summary>The call returns <c>EPERM</c>; in tables only.</summary>
    Eperm,

    /// <summary>The call returns <c>ETXTBSY</c>; in tables only.</summary>
    Etxtbsy,

    /// <summary>The call returns <c>EUCLEAN</c>; in tables only.</summary>
    Euclean,

    /// <summary>The call returns <c>EBADF</c>.</summary>
    Ebadf,
}

/// <summary>What results have in common.</summary>
public static class StepResults
{
    /// <summary>Whether nothing comes after a step that ended so: the task does not go on.</summary>
    /// <param name="result">The result.</param>
    public static bool EndsRun(this StepResult result)
        => result is StepResult.Blocked or StepResult.Livelock or StepResult.Oops or StepResult.Hang;
}
