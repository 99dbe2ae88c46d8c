using System.Text.Json.Serialization;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Models;

/// <summary>A boot or data disk, as DescribeDisks (2025-09-01) lists it. Any field but the ID may be absent.</summary>
public sealed class ZecDisk : ZecObject
{
    /// <summary>The ID by which every action knows the disk.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string DiskId { get; set; } = string.Empty;

    /// <summary>The display name; not unique.</summary>
    public string? DiskName { get; set; }

    /// <summary>The region.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? RegionId { get; set; }

    /// <summary>The availability zone.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? ZoneId { get; set; }

    /// <summary>SYSTEM for a boot disk, or DATA.</summary>
    [JsonPropertyName("diskType")]
    public string? Type { get; set; }

    /// <summary>Whether the disk can be detached, and so can be kept when its instance is released.</summary>
    public bool? Portable { get; set; }

    /// <summary>The category, such as <c>Standard NVMe SSD</c>.</summary>
    [JsonPropertyName("diskCategory")]
    public string? Category { get; set; }

    /// <summary>The size in GiB.</summary>
    [JsonPropertyName("diskSize")]
    public int? SizeGiB { get; set; }

    /// <summary>The state, such as IN_USE or AVAILABLE; see <see cref="DiskStatus"/>.</summary>
    [JsonPropertyName("diskStatus")]
    public string? Status { get; set; }

    /// <summary>The instance that it is attached to. It is not called InstanceId, so that a disk is never bound as its instance.</summary>
    [JsonPropertyName("instanceId")]
    [JsonConverter(typeof(IdConverter))]
    public string? AttachedInstanceId { get; set; }

    /// <summary>The name of that instance.</summary>
    [JsonPropertyName("instanceName")]
    public string? AttachedInstanceName { get; set; }

    /// <summary>When the disk was created; <see cref="ZecInstance.UnknownCreateTime"/> where the service does not say it in a form that can be read.</summary>
    public DateTimeOffset? CreateTime { get; set; }

    /// <summary>When a prepaid disk expires.</summary>
    public DateTimeOffset? ExpiredTime { get; set; }

    /// <summary>The term of a prepaid disk, in months.</summary>
    [JsonPropertyName("period")]
    public int? PeriodMonths { get; set; }

    /// <summary>The resource group's ID.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? ResourceGroupId { get; set; }

    /// <summary>The resource group's name.</summary>
    public string? ResourceGroupName { get; set; }

    /// <summary>The number by which the operating system knows the disk.</summary>
    public string? Serial { get; set; }

    /// <summary>Whether snapshots can be made of it.</summary>
    public bool? SnapshotAbility { get; set; }

    /// <summary>The schedule by which snapshots are made of it.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? AutoSnapshotPolicyId { get; set; }

    /// <summary>The tags, by key.</summary>
    [JsonConverter(typeof(TagSetConverter))]
    public Dictionary<string, string> Tags
    {
        get => field ??= new ZecTags();
        set => (field, AreTagsUnknown) = ReferenceEquals(value, ZecInstance.OddTags) ? (null!, true) : (value, false);
    }

    /// <summary>Whether the tags were not read, or cannot be read.</summary>
    [JsonIgnore]
    internal bool AreTagsUnknown { get; set; }

    /// <summary>Whether the disk may exceed its performance limit for short times.</summary>
    public bool? BurstingEnabled { get; set; }

    /// <summary>The name, or the ID if there is no name.</summary>
    public override string ToString() => string.IsNullOrEmpty(DiskName) ? DiskId : DiskName!;
}
