namespace ZenlayerZec.Client.Api;

/// <summary>
/// The request of RebootInstances (2025-09-01). Asynchronous: an instance goes from RUNNING over REBOOT to RUNNING. Only a RUNNING
/// instance outside the recycle bin can be restarted; with <see cref="ForceReboot"/> also one in BOOTING or REBOOT.
/// </summary>
public sealed class RebootInstancesRequest : IInstanceBatch
{
    /// <summary>The maximum number of instances in a request.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to restart; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>Whether the power is cut and turned on again, instead of asking the operating system to restart. The default of the service is true, so it
    /// is always sent.</summary>
    public bool? ForceReboot { get; set; }
}
