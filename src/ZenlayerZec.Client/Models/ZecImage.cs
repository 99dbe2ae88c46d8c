namespace ZenlayerZec.Client.Models;

/// <summary>An image for new instances, as DescribeImages (2025-09-01) lists it. Any field but the ID may be absent.</summary>
public sealed class ZecImage : ZecObject
{
    /// <summary>The ID by which requests name it.</summary>
    public string ImageId { get; set; } = string.Empty;

    /// <summary>The zone that it was listed for, which the answer does not contain.</summary>
    public string? ZoneId { get; set; }

    /// <summary>The display name.</summary>
    public string? ImageName { get; set; }

    /// <summary>PUBLIC_IMAGE or CUSTOM_IMAGE.</summary>
    public string? ImageType { get; set; }

    /// <summary>OFFICIAL, MARKETING, CUSTOM or APP.</summary>
    public string? ImageSource { get; set; }

    /// <summary>The size as the service writes it, in a unit that the documentation does not state.</summary>
    public string? ImageSize { get; set; }

    /// <summary>The minimum size of the boot disk, in GiB.</summary>
    public int? MinDiskSizeGiB { get; set; }

    /// <summary>The description.</summary>
    public string? ImageDescription { get; set; }

    /// <summary>The version.</summary>
    public string? ImageVersion { get; set; }

    /// <summary>CREATING, AVAILABLE, UNAVAILABLE, SYNCING, FAILED, DELETING or PROCESSING.</summary>
    public string? ImageStatus { get; set; }

    /// <summary>The network interface modes that it supports: Auto, FailOver, VirtioOnly, VfOnly.</summary>
    public IReadOnlyList<string> NicNetworkTypes { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>The category, such as <c>Ubuntu</c>.</summary>
    public string? Category { get; set; }

    /// <summary>linux, bsd, windows, android or any.</summary>
    public string? OsType { get; set; }

    /// <summary>The tags, by key.</summary>
    public Dictionary<string, string> Tags { get => field ??= new ZecTags(); set; }

    /// <summary>The ID, as a parameter takes it.</summary>
    public override string ToString() => ImageId;
}
