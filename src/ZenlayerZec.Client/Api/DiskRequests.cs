namespace ZenlayerZec.Client.Api;

/// <summary>The request of ReleaseDisk (2025-09-01). A disk is moved to the recycle bin first; a second call deletes it permanently.</summary>
internal sealed class ReleaseDiskRequest
{
    /// <summary>The disk to release.</summary>
    public string? DiskId { get; set; }
}

/// <summary>The request of RenewDisk (2025-09-01), which takes a disk out of the recycle bin.</summary>
internal sealed class RenewDiskRequest
{
    /// <summary>The disk to restore.</summary>
    public string? DiskId { get; set; }
}

/// <summary>The request of ResizeDisk (2025-09-01).</summary>
internal sealed class ResizeDiskRequest
{
    /// <summary>The disk.</summary>
    public string? DiskId { get; set; }

    /// <summary>The new size in GiB, larger than the present one.</summary>
    public int? DiskSize { get; set; }
}

/// <summary>The request of AttachDisks (2025-09-01).</summary>
internal sealed class AttachDisksRequest
{
    /// <summary>The disks; at most 10.</summary>
    public IReadOnlyList<string>? DiskIds { get; set; }

    /// <summary>The instance, in the same zone.</summary>
    public string? InstanceId { get; set; }
}

/// <summary>The request of DetachDisks (2025-09-01). One disk that cannot be detached keeps all of the request attached.</summary>
internal sealed class DetachDisksRequest
{
    /// <summary>The disks, all of one instance; at most 10.</summary>
    public IReadOnlyList<string>? DiskIds { get; set; }

    /// <summary>Whether the instance has to be stopped. The default of the service is true.</summary>
    public bool? InstanceCheckFlag { get; set; }
}

/// <summary>The answer of DetachDisks.</summary>
internal sealed class DetachDisksResponse : ZecResponse
{
    /// <summary>The disks that were not detached, without a reason; absent or empty if all were.</summary>
    public IReadOnlyList<string>? FailedDiskIds { get; set; }
}

/// <summary>The request of ModifyDisksAttributes (2025-09-01), which renames disks.</summary>
internal sealed class ModifyDisksAttributesRequest
{
    /// <summary>The disks to rename.</summary>
    public IReadOnlyList<string>? DiskIds { get; set; }

    /// <summary>The name for all of them: up to 64 letters, digits, hyphens and periods.</summary>
    public string? DiskName { get; set; }
}
