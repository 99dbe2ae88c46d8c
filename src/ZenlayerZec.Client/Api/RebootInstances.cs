namespace ZenlayerZec.Client.Api;

/// <summary>
/// What RebootInstances (2025-09-01) is asked. Asynchronous: an instance goes from RUNNING over REBOOT to RUNNING. Only a RUNNING
/// instance outside the recycle bin can be restarted; by force also one in BOOTING or REBOOT.
/// </summary>
public sealed class RebootInstancesRequest : IInstanceBatch
{
    /// <summary>The most instances one request may name.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to restart; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>Whether to restart by force, which also helps where a start or a restart hangs.</summary>
    public bool? ForceReboot { get; set; }
}
