namespace ZenlayerZec.Client.Api;

/// <summary>
/// What ResetInstances (2025-09-01) is asked: to install the system anew, which formats the boot disk. Asynchronous: an instance
/// goes from STOPPED over DEPLOYING to RUNNING, or to REINSTALL_FAILED. The new image is of the same kind of system as the old
/// one and fits on the boot disk.
/// </summary>
public sealed class ResetInstancesRequest : IInstanceBatch
{
    /// <summary>The instances to install anew. The documentation states no limit.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>
    /// The new password: letters, digits and some of <c>~!@$^*-_=+</c>. Not together with <see cref="KeyId"/>; Windows images
    /// take neither.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>The SSH key pair that may log in.</summary>
    public string? KeyId { get; set; }

    /// <summary>The image to install; where it is not sent, the instance's own again.</summary>
    public string? ImageId { get; set; }

    /// <summary>The system's time zone; where it is not sent, it stays. Here the API writes <c>timezone</c>.</summary>
    public string? Timezone { get; set; }

    /// <summary>Whether the QEMU guest agent is on.</summary>
    public bool? EnableAgent { get; set; }

    /// <summary>A new name: 2 to 63 letters, digits, hyphens and periods.</summary>
    public string? InstanceName { get; set; }

    /// <summary>What the new system runs at its first start.</summary>
    public string? UserData { get; set; }

    /// <summary>The same for other instances.</summary>
    internal ResetInstancesRequest For(IReadOnlyList<string> instanceIds)
    {
        var copy = (ResetInstancesRequest)MemberwiseClone();
        copy.InstanceIds = instanceIds;
        return copy;
    }
}
