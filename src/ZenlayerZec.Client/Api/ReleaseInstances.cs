namespace ZenlayerZec.Client.Api;

/// <summary>
/// The request of ReleaseInstances (2025-09-01). Asynchronous: an instance is gone when DescribeInstances no longer lists it. In an account
/// with a recycle bin it is moved there first, and a second call deletes it permanently.
/// </summary>
public sealed class ReleaseInstancesRequest : IInstanceBatch
{
    /// <summary>The maximum number of instances in a request.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to release; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>
    /// Whether the elastic IPs other than the default one, detachable disks and secondary network interfaces are released too. The
    /// default of the service is true; resources that are kept continue to cost.
    /// </summary>
    public bool? DependResource { get; set; }
}
