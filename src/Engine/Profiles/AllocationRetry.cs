namespace Compare.Engine;

/// <summary>Policy: when an allocation without space is tried again.</summary>
public enum AllocationRetry : byte
{
    /// <summary>While a cluster is free, up to four times (v4.13 fs/ext4/balloc.c ext4_should_retry_alloc).</summary>
    WhileClustersFree,

    /// <summary>After a commit where freed blocks wait for one, else while a cluster is free; up to three times (v6.1 fs/ext4/balloc.c ext4_should_retry_alloc).</summary>
    AfterCommit,
}
