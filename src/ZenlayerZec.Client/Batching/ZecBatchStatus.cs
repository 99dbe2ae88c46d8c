namespace ZenlayerZec.Client.Batching;

/// <summary>What became of a batch as a whole.</summary>
public enum ZecBatchStatus
{
    /// <summary>Every ID succeeded, but for those that were left out.</summary>
    Succeeded,

    /// <summary>Some IDs succeeded, some failed.</summary>
    PartiallyFailed,

    /// <summary>No ID succeeded.</summary>
    Failed,

    /// <summary>For at least one ID it is unknown whether the request was carried out.</summary>
    Unknown,

    /// <summary>Every ID was left out: nothing was sent.</summary>
    Skipped,
}
