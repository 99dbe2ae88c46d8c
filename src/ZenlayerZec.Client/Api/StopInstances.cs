namespace ZenlayerZec.Client.Api;

/// <summary>
/// What StopInstances (2025-09-01) is asked. Asynchronous: an instance goes from RUNNING over STOPPING to STOPPED. Only a RUNNING
/// instance outside the recycle bin can be stopped.
/// </summary>
public sealed class StopInstancesRequest : IInstanceBatch
{
    /// <summary>The most instances one request may name.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to stop; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>Whether power is cut rather than the system asked to shut down. The service cuts it where this is not sent.</summary>
    public bool? ForceShutdown { get; set; }
}
