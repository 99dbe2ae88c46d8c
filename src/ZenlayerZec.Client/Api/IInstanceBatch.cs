namespace ZenlayerZec.Client.Api;

/// <summary>A request for several instances, whose answer names those that failed.</summary>
internal interface IInstanceBatch
{
    /// <summary>The instances.</summary>
    IReadOnlyList<string>? InstanceIds { get; }
}
