namespace ZenlayerZec.Client.Batching;

/// <summary>What became of a batch as a whole.</summary>
public enum ZecBatchStatus
{
    /// <summary>Every ID succeeded.</summary>
    Succeeded,

    /// <summary>Some did, some did not.</summary>
    PartiallyFailed,

    /// <summary>No ID succeeded.</summary>
    Failed,

    /// <summary>For at least one ID, nobody knows.</summary>
    Unknown,
}
