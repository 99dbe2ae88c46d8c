namespace ZenlayerZec.Client.Api;

/// <summary>
/// The request of StopInstances (2025-09-01). Asynchronous: an instance goes from RUNNING over STOPPING to STOPPED. Only a RUNNING
/// instance outside the recycle bin can be stopped.
/// </summary>
public sealed class StopInstancesRequest : IInstanceBatch
{
    /// <summary>The maximum number of instances in a request.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to stop; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>
    /// Whether the power is cut instead of asking the operating system to shut down. The default of the service is true, so it is always sent.
    /// </summary>
    public bool? ForceShutdown { get; set; }
}
