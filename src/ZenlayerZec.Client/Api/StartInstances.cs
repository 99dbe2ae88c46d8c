namespace ZenlayerZec.Client.Api;

/// <summary>
/// What StartInstances (2025-09-01) is asked. Asynchronous: an instance goes from STOPPED over BOOTING (the documentation's text
/// says STARTING) to RUNNING. Only a STOPPED instance outside the recycle bin can be started.
/// </summary>
public sealed class StartInstancesRequest : IInstanceBatch
{
    /// <summary>The most instances one request may name.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to start; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }
}
