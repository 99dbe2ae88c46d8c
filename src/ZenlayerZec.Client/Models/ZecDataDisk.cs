using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <summary>A data disk of an instance.</summary>
public sealed class ZecDataDisk
{
    /// <summary>The disk's ID.</summary>
    public string? DiskId { get; set; }

    /// <summary>The display name.</summary>
    public string? DiskName { get; set; }

    /// <summary>The size in GiB.</summary>
    public int? SizeGiB { get; set; }

    /// <summary>The number of disks; only in requests.</summary>
    public int? DiskAmount { get; set; }

    /// <summary>Whether the disk can be detached, and so can be kept when its instance is released.</summary>
    public bool? Portable { get; set; }

    /// <summary>Whether the disk may exceed its performance limit for short times.</summary>
    public bool? BurstingEnabled { get; set; }

    /// <summary>The category of the disk: <c>Basic NVMe SSD</c> or <c>Standard NVMe SSD</c>.</summary>
    public string? DiskCategory { get; set; }

    /// <summary>The ID and the size.</summary>
    public override string ToString() => VisibleText.Of($"{DiskId} ({SizeGiB} GiB)");
}
