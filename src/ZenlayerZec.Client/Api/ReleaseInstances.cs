namespace ZenlayerZec.Client.Api;

/// <summary>
/// What ReleaseInstances (2025-09-01) is asked. Asynchronous: the call answers at once, and an instance is gone when
/// DescribeInstances no longer lists it. An account with a recycle bin keeps it there first, and a second call destroys it.
/// </summary>
public sealed class ReleaseInstancesRequest : IInstanceBatch
{
    /// <summary>The most instances one request may name.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to release; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>
    /// Whether the elastic IPs other than the default one, detachable disks and secondary network interfaces go too. The
    /// service takes true where it is not sent; kept resources go on costing.
    /// </summary>
    public bool? DependResource { get; set; }
}
