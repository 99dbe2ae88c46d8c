namespace ZenlayerZec.Client.Api;

/// <summary>A request that is for the instances that it names, and is answered with those of them that failed.</summary>
internal interface IInstanceBatch
{
    /// <summary>The instances.</summary>
    IReadOnlyList<string>? InstanceIds { get; }
}
