namespace ZenlayerZec.Client.Api;

/// <summary>
/// The request of ResetInstances (2025-09-01), which formats the boot disk and installs the operating system again. Asynchronous: an instance
/// goes from STOPPED over DEPLOYING to RUNNING, or to REINSTALL_FAILED. The new image must have the same kind of operating system as the
/// old one and must fit on the boot disk.
/// </summary>
public sealed class ResetInstancesRequest : IInstanceBatch
{
    /// <summary>The instances to reset. The documentation states no limit.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>
    /// The new password: letters, digits and some of <c>~!@$^*-_=+</c>. Cannot be combined with <see cref="KeyId"/>; Windows
    /// images accept neither.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>The ID of the SSH key pair for logging in.</summary>
    public string? KeyId { get; set; }

    /// <summary>The image to install. The default of the service is the instance's own image.</summary>
    public string? ImageId { get; set; }

    /// <summary>The time zone of the operating system, which stays if it is not sent. Here the API writes <c>timezone</c>.</summary>
    public string? Timezone { get; set; }

    /// <summary>Whether the QEMU guest agent is on.</summary>
    public bool? EnableAgent { get; set; }

    /// <summary>A new name: 2 to 63 letters, digits, hyphens and periods.</summary>
    public string? InstanceName { get; set; }

    /// <summary>The script that the new system runs at its first start.</summary>
    public string? UserData { get; set; }

    /// <summary>Creates the same request for other instances.</summary>
    internal ResetInstancesRequest For(IReadOnlyList<string> instanceIds)
    {
        var copy = (ResetInstancesRequest)MemberwiseClone();
        copy.InstanceIds = instanceIds;
        return copy;
    }
}
