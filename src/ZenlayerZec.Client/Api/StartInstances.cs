namespace ZenlayerZec.Client.Api;

/// <summary>
/// The request of StartInstances (2025-09-01). Asynchronous: an instance goes from STOPPED over BOOTING (the documentation's text
/// says STARTING) to RUNNING. Only a STOPPED instance outside the recycle bin can be started.
/// </summary>
public sealed class StartInstancesRequest : IInstanceBatch
{
    /// <summary>The maximum number of instances in a request.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to start; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }
}
