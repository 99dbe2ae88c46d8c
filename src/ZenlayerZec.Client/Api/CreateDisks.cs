using System.Text.Json.Serialization;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>The request of CreateDisks (2025-09-01). Properties that are null are not sent.</summary>
internal sealed class CreateDisksRequest
{
    /// <summary>The zone.</summary>
    public string? ZoneId { get; set; }

    /// <summary>The name: up to 64 letters, digits, hyphens and periods.</summary>
    public string? DiskName { get; set; }

    /// <summary>The size in GiB.</summary>
    public int? DiskSize { get; set; }

    /// <summary>The number of disks.</summary>
    public int? DiskAmount { get; set; }

    /// <summary>The category. The default of the service is Standard NVMe SSD.</summary>
    public string? DiskCategory { get; set; }

    /// <summary>The instance to attach the disks to.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The resource group. The default of the service is the default group.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>The snapshot of a data disk to create the disk from.</summary>
    public string? SnapshotId { get; set; }

    /// <summary>Whether the disks may exceed their performance limit for short times.</summary>
    public bool? BurstingEnabled { get; set; }

    /// <summary>Discounts.</summary>
    public ZecMarketingOptions? MarketingOptions { get; set; }

    /// <summary>The tags, by key; keys and values are 1 to 64 characters.</summary>
    [JsonConverter(typeof(TagSetConverter))]
    public Dictionary<string, string>? Tags { get; set; }
}

/// <summary>The answer of CreateDisks: the disks were ordered, but may not be usable yet.</summary>
internal sealed class CreateDisksResponse : ZecResponse
{
    /// <summary>The order's number.</summary>
    public string? OrderNumber { get; set; }

    /// <summary>The new disks' IDs.</summary>
    [JsonConverter(typeof(IdListConverter))]
    public IReadOnlyList<string>? DiskIds { get; set; }
}
